using System.Collections.Immutable;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation;

/// <summary>
/// Walks a document once and shows each node to all rules, with the types of the schema that belong to it. Recursion is bounded by the parser's
/// depth.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, ImmutableArray<ValidationRule> rules)
{
    private int _depth;

    public void Walk()
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsFull)
            {
                return;
            }

            context.FragmentGraph.Enter(definition);
            foreach (var rule in rules)
            {
                rule.EnterDefinition(definition);
            }

            switch (definition)
            {
                case OperationDefinitionNode operation:
                    WalkOperation(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    WalkFragment(fragment);
                    break;
            }
        }

        CheckVariables();
        foreach (var rule in rules)
        {
            if (!context.IsFull)
            {
                rule.LeaveDocument();
            }
        }
    }

    private void CheckVariables()
    {
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            var usages = context.FragmentGraph.Reach(operation).SelectMany(context.FragmentGraph.UsagesOf).ToList();
            foreach (var rule in rules)
            {
                if (!context.IsFull)
                {
                    rule.CheckVariables(operation, usages);
                }
            }
        }
    }

    private void WalkOperation(OperationDefinitionNode operation)
    {
        foreach (var rule in rules)
        {
            rule.EnterOperation(operation);
        }

        foreach (var definition in operation.VariableDefinitions)
        {
            WalkVariableDefinition(definition);
        }

        WalkDirectives(operation.Directives, operation.Operation switch
        {
            OperationKind.Query => DirectiveLocations.Query,
            OperationKind.Mutation => DirectiveLocations.Mutation,
            _ => DirectiveLocations.Subscription,
        });
        WalkSelectionSet(operation.SelectionSet, context.Schema.GetRootType(operation.Operation));
    }

    private void WalkVariableDefinition(VariableDefinitionNode definition)
    {
        foreach (var rule in rules)
        {
            rule.EnterVariableDefinition(definition);
        }

        var name = definition.Type;
        while (name is not NamedTypeNode)
        {
            name = name is ListTypeNode list ? list.Type : ((NonNullTypeNode)name).Type;
        }

        WalkTypeName((NamedTypeNode)name);
        if (definition.DefaultValue is { } defaultValue)
        {
            var type = TypeReference.Resolve(context.Schema, definition.Type);
            WalkValue(defaultValue, type is { IsInputType: true } ? type : null);
            WalkContent(defaultValue, type, null, null);
        }

        WalkDirectives(definition.Directives, DirectiveLocations.VariableDefinition);
    }

    private void WalkFragment(FragmentDefinitionNode fragment)
    {
        foreach (var rule in rules)
        {
            rule.EnterFragment(fragment);
        }

        WalkTypeName(fragment.TypeCondition);
        WalkDirectives(fragment.Directives, DirectiveLocations.FragmentDefinition);
        WalkSelectionSet(fragment.SelectionSet, CompositeType(fragment.TypeCondition));
    }

    private NamedType? CompositeType(NamedTypeNode node) =>
        context.Schema.TryGetType(node.Name.Value, out var type) && type.IsCompositeType ? type : null;

    private void WalkTypeName(NamedTypeNode type)
    {
        foreach (var rule in rules)
        {
            rule.EnterTypeName(type);
        }
    }

    private void WalkSelectionSet(SelectionSetNode selectionSet, NamedType? parentType)
    {
        var outerType = context.ParentType;
        context.ParentType = parentType;
        context.FragmentGraph.AddDepth(++_depth);
        foreach (var rule in rules)
        {
            rule.EnterSelectionSet(selectionSet);
        }

        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsFull)
            {
                break;
            }

            WalkSelection(selection, parentType);
        }

        _depth--;
        context.ParentType = outerType;
    }

    private void WalkSelection(SelectionNode selection, NamedType? parentType)
    {
        switch (selection)
        {
            case FieldNode field:
                WalkField(field, parentType);
                break;
            case InlineFragmentNode fragment:
                foreach (var rule in rules)
                {
                    rule.EnterInlineFragment(fragment);
                }

                if (fragment.TypeCondition is { } condition)
                {
                    WalkTypeName(condition);
                }

                WalkDirectives(fragment.Directives, DirectiveLocations.InlineFragment);
                WalkSelectionSet(fragment.SelectionSet, fragment.TypeCondition is null ? parentType : CompositeType(fragment.TypeCondition));
                break;
            case FragmentSpreadNode spread:
                context.FragmentGraph.AddSpread(spread, _depth);
                foreach (var rule in rules)
                {
                    rule.EnterFragmentSpread(spread);
                }

                WalkDirectives(spread.Directives, DirectiveLocations.FragmentSpread);
                break;
        }
    }

    private void WalkField(FieldNode field, NamedType? parentType)
    {
        var definition = parentType is not null && context.Schema.TryGetField(parentType, field.Name.Value, out var found) ? found : null;
        context.Field = definition;
        foreach (var rule in rules)
        {
            rule.EnterField(field);
        }

        WalkArguments(field.Arguments, definition?.Arguments ?? []);
        WalkDirectives(field.Directives, DirectiveLocations.Field);
        if (field.SelectionSet is { } selectionSet)
        {
            WalkSelectionSet(selectionSet, definition?.Type.InnermostType is { IsCompositeType: true } type ? type : null);
        }
    }

    private void WalkDirectives(ImmutableArray<DirectiveNode> directives, string location)
    {
        if (directives.IsEmpty)
        {
            return;
        }

        foreach (var rule in rules)
        {
            rule.EnterDirectives(directives, location);
        }

        foreach (var directive in directives)
        {
            var definition = context.Schema.TryGetDirective(directive.Name.Value, out var found) ? found : null;
            foreach (var rule in rules)
            {
                rule.EnterDirective(directive, definition, location);
            }

            WalkArguments(directive.Arguments, definition?.Arguments ?? []);
        }
    }

    private void WalkArguments(ImmutableArray<ArgumentNode> arguments, ImmutableArray<InputValueDefinition> definitions)
    {
        foreach (var argument in arguments)
        {
            definitions.TryFind(argument.Name.Value, out var definition);
            WalkValue(argument.Value, definition?.Type);
            WalkContent(argument.Value, definition?.Type, definition, null);
        }
    }

    private void WalkValue(ValueNode value, GraphQLType? type)
    {
        if (type is not null)
        {
            foreach (var rule in rules)
            {
                rule.EnterValue(value, type);
            }
        }
    }

    /// <summary>Variables and object literals at any depth of a value, each with the type of its place.</summary>
    private void WalkContent(ValueNode value, GraphQLType? type, InputValueDefinition? place, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                context.FragmentGraph.AddUsage(new VariableUsage(variable, type, place?.DefaultValue is not (null or NullValueNode), oneOf));
                break;
            case ListValueNode list:
                var itemType = type?.NullableType is ListType listType ? listType.OfType : type?.NullableType;
                foreach (var item in list.Values)
                {
                    WalkContent(item, itemType, null, null);
                }

                break;
            case ObjectValueNode literal:
                foreach (var rule in rules)
                {
                    rule.EnterObjectValue(literal);
                }

                var inputType = type?.InnermostType as InputObjectType;
                foreach (var field in literal.Fields)
                {
                    var definition = inputType is not null && inputType.TryGetField(field.Name.Value, out var found) ? found : null;
                    WalkContent(field.Value, definition?.Type, definition, inputType is { IsOneOf: true } ? inputType : null);
                }

                break;
        }
    }
}
