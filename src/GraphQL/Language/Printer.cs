using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace OwnedData.GraphQL.Language;

/// <summary>
/// Syntax tree → text, in graphql-js's format, which tools that compare schemas expect. Off the request's way.
/// Invariant: what the parser can give, it gives again for the text printed here.
/// </summary>
public sealed partial class Printer
{
    // Arguments of a field that would make the line longer go on a line each. Indentation doesn't count, as in graphql-js.
    private const int LineLength = 80;

    private readonly StringBuilder _text = new();
    private int _indentation;

    private Printer()
    {
    }

    /// <summary>The text of a node and all that is in it, without a line end behind it.</summary>
    public static string Print(SyntaxNode node)
    {
        var printer = new Printer();
        printer.Write(node);
        return printer._text.ToString();
    }

    private void Write(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                WriteJoined(document.Definitions, "\n\n");
                break;
            case DefinitionNode definition:
                WriteDefinition(definition);
                break;
            case SelectionNode selection:
                WriteSelection(selection);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            default:
                WritePart(node);
                break;
        }
    }

    private void WriteDefinition(DefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WriteDescription(fragment.Description);
                _text.Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name.Value);
                WriteDirectives(fragment.Directives);
                WriteSelectionSet(fragment.SelectionSet);
                break;
            case TypeSystemExtensionNode extension:
                _text.Append("extend ");
                WriteTypeSystemDefinition(extension.Definition);
                break;
            case TypeSystemDefinitionNode typeSystem:
                WriteTypeSystemDefinition(typeSystem);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteOperation(OperationDefinitionNode operation)
    {
        var isShorthand = operation is { Operation: OperationKind.Query, Description: null, Name: null }
            && operation.VariableDefinitions.IsEmpty && operation.Directives.IsEmpty;
        if (isShorthand)
        {
            Write(operation.SelectionSet);
            return;
        }

        WriteDescription(operation.Description);
        _text.Append(KeywordOf(operation.Operation));
        if (operation.Name is not null || !operation.VariableDefinitions.IsEmpty)
        {
            _text.Append(' ').Append(operation.Name?.Value);
        }

        // graphql-js doesn't indent variables that are described.
        var variables = PrintEach(operation.VariableDefinitions);
        WriteItems(variables, Array.Exists(variables, IsMultiline), indentation: 0);
        WriteDirectives(operation.Directives);
        WriteSelectionSet(operation.SelectionSet);
    }

    private void WriteSelection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                var name = field.Alias is { } alias ? $"{alias.Value}: {field.Name.Value}" : field.Name.Value;
                _text.Append(name);
                var arguments = PrintEach(field.Arguments);
                WriteItems(arguments, name.Length + 2 + LengthOnOneLine(arguments) > LineLength);
                break;
            case FragmentSpreadNode spread:
                _text.Append("...").Append(spread.Name.Value);
                break;
            case InlineFragmentNode { TypeCondition: { } type }:
                _text.Append("... on ").Append(type.Name.Value);
                break;
            case InlineFragmentNode:
                _text.Append("...");
                break;
            default:
                throw new UnreachableException();
        }

        WriteDirectives(selection.Directives);
        WriteSelectionSet((selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet);
    }

    // Nodes that stand only inside others.
    private void WritePart(SyntaxNode node)
    {
        switch (node)
        {
            case NameNode name:
                _text.Append(name.Value);
                break;
            case SelectionSetNode set:
                WriteBlock(set.Selections);
                break;
            case ArgumentNode argument:
                _text.Append(argument.Name.Value).Append(": ");
                WriteValue(argument.Value);
                break;
            case ObjectFieldNode field:
                _text.Append(field.Name.Value).Append(": ");
                WriteValue(field.Value);
                break;
            case DirectiveNode directive:
                _text.Append('@').Append(directive.Name.Value);
                WriteItems(PrintEach(directive.Arguments), onePerLine: false);
                break;
            case VariableDefinitionNode variable:
                WriteDescription(variable.Description);
                WriteValue(variable.Variable);
                WriteTyped(variable.Type, variable.DefaultValue, variable.Directives);
                break;
            default:
                WriteTypeSystemPart(node);
                break;
        }
    }

    private void WriteSelectionSet(SelectionSetNode? set)
    {
        if (set is not null)
        {
            _text.Append(' ');
            WriteBlock(set.Selections);
        }
    }

    private void WriteDirectives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(' ');
            Write(directive);
        }
    }

    private void WriteBlock<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode
    {
        _text.Append('{');
        _indentation++;
        foreach (var node in nodes)
        {
            WriteLineEnd();
            Write(node);
        }

        _indentation--;
        WriteLineEnd();
        _text.Append('}');
    }

    private void WriteJoined<T>(ImmutableArray<T> nodes, string separator)
        where T : SyntaxNode
    {
        for (var index = 0; index < nodes.Length; index++)
        {
            _text.Append(index == 0 ? string.Empty : separator);
            Write(nodes[index]);
        }
    }

    private static string[] PrintEach<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode => [.. nodes.Select(Print)];

    private static bool IsMultiline(string item) => item.Contains('\n', StringComparison.Ordinal);

    private static int LengthOnOneLine(string[] items) => items.Sum(item => item.Length + 2) - 2;

    private void WriteItems(string[] items, bool onePerLine, int indentation = 1)
    {
        if (items.Length == 0)
        {
            return;
        }

        _text.Append('(');
        if (onePerLine)
        {
            _indentation += indentation;
            foreach (var item in items)
            {
                WriteLineEnd();
                WriteLines(item);
            }

            _indentation -= indentation;
            WriteLineEnd();
        }
        else
        {
            WriteLines(string.Join(", ", items));
        }

        _text.Append(')');
    }

    private void WriteLines(string text)
    {
        var isFirst = true;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (!isFirst)
            {
                WriteLineEnd();
            }

            _text.Append(text.AsSpan(line));
            isFirst = false;
        }
    }

    private void WriteLineEnd() => _text.Append('\n').Append(' ', _indentation * 2);

    private static string KeywordOf(OperationKind operation) => operation switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
        _ => throw new UnreachableException(),
    };
}
