using System.Collections.Immutable;
using System.Diagnostics;

namespace OwnedData.GraphQL.Language;

/// <summary>The type system, §3.</summary>
public sealed partial class Printer
{
    private void WriteTypeSystemDefinition(TypeSystemDefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                WriteDescription(schema.Description);
                _text.Append("schema");
                WriteDirectives(schema.Directives);
                WriteMembers(schema.OperationTypes);
                break;
            case DirectiveDefinitionNode directive:
                WriteDescription(directive.Description);
                _text.Append("directive @").Append(directive.Name.Value);
                WriteInputValues(directive.Arguments);
                _text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
                WriteJoined(directive.Locations, " | ");
                break;
            case TypeDefinitionNode type:
                WriteTypeDefinition(type);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteTypeDefinition(TypeDefinitionNode definition)
    {
        WriteDescription(definition.Description);
        switch (definition)
        {
            case ScalarTypeDefinitionNode scalar:
                WriteHead("scalar ", scalar, []);
                break;
            case ObjectTypeDefinitionNode type:
                WriteHead("type ", type, type.Interfaces);
                WriteMembers(type.Fields);
                break;
            case InterfaceTypeDefinitionNode type:
                WriteHead("interface ", type, type.Interfaces);
                WriteMembers(type.Fields);
                break;
            case UnionTypeDefinitionNode union:
                WriteHead("union ", union, []);
                _text.Append(union.Types.IsEmpty ? string.Empty : " = ");
                WriteJoined(union.Types, " | ");
                break;
            case EnumTypeDefinitionNode type:
                WriteHead("enum ", type, []);
                WriteMembers(type.Values);
                break;
            case InputObjectTypeDefinitionNode type:
                WriteHead("input ", type, []);
                WriteMembers(type.Fields);
                break;
            default:
                throw new UnreachableException();
        }
    }

    // Nodes that stand only inside definitions.
    private void WriteTypeSystemPart(SyntaxNode node)
    {
        switch (node)
        {
            case OperationTypeDefinitionNode operationType:
                _text.Append(KeywordOf(operationType.Operation)).Append(": ");
                WriteType(operationType.Type);
                break;
            case FieldDefinitionNode field:
                WriteDescription(field.Description);
                _text.Append(field.Name.Value);
                WriteInputValues(field.Arguments);
                WriteTyped(field.Type, defaultValue: null, field.Directives);
                break;
            case InputValueDefinitionNode input:
                WriteDescription(input.Description);
                _text.Append(input.Name.Value);
                WriteTyped(input.Type, input.DefaultValue, input.Directives);
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                _text.Append(value.Name.Value);
                WriteDirectives(value.Directives);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteHead(string keyword, TypeDefinitionNode definition, ImmutableArray<NamedTypeNode> interfaces)
    {
        _text.Append(keyword).Append(definition.Name.Value).Append(interfaces.IsEmpty ? string.Empty : " implements ");
        WriteJoined(interfaces, " & ");
        WriteDirectives(definition.Directives);
    }

    private void WriteMembers<T>(ImmutableArray<T> members)
        where T : SyntaxNode
    {
        if (!members.IsEmpty)
        {
            _text.Append(' ');
            WriteBlock(members);
        }
    }

    private void WriteInputValues(ImmutableArray<InputValueDefinitionNode> definitions)
    {
        var items = PrintEach(definitions);
        WriteItems(items, Array.Exists(items, IsMultiline));
    }

    private void WriteTyped(TypeNode type, ValueNode? defaultValue, ImmutableArray<DirectiveNode> directives)
    {
        _text.Append(": ");
        WriteType(type);
        if (defaultValue is not null)
        {
            _text.Append(" = ");
            WriteValue(defaultValue);
        }

        WriteDirectives(directives);
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is not null)
        {
            WriteValue(description);
            WriteLineEnd();
        }
    }
}
