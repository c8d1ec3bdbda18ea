using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation;

/// <summary>One rule of §5: looks at what the walk passes and reports to the context. Lives for one document.</summary>
internal abstract class ValidationRule
{
    public virtual void EnterDefinition(DefinitionNode definition)
    {
    }

    public virtual void EnterOperation(OperationDefinitionNode operation)
    {
    }

    public virtual void EnterFragment(FragmentDefinitionNode fragment)
    {
    }

    public virtual void EnterVariableDefinition(VariableDefinitionNode definition)
    {
    }

    /// <summary>A type named by a variable or a type condition.</summary>
    public virtual void EnterTypeName(NamedTypeNode type)
    {
    }

    /// <summary>Each selection set with the type it is over, after <see cref="ValidationContext.ParentType"/> is set.</summary>
    public virtual void EnterSelectionSet(SelectionSetNode selectionSet)
    {
    }

    public virtual void EnterField(FieldNode field)
    {
    }

    public virtual void EnterInlineFragment(InlineFragmentNode fragment)
    {
    }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread)
    {
    }

    /// <summary>All directives of one place; not called where there are none.</summary>
    public virtual void EnterDirectives(ImmutableArray<DirectiveNode> directives, string location)
    {
    }

    /// <param name="directive">The use.</param>
    /// <param name="definition">Null when the schema has no such directive.</param>
    /// <param name="location">One of <see cref="DirectiveLocations"/>.</param>
    public virtual void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location)
    {
    }

    /// <summary>The value of an argument or of a variable's default, with the type of its place.</summary>
    public virtual void EnterValue(ValueNode value, GraphQLType type)
    {
    }

    /// <summary>An input object literal at any depth of a value.</summary>
    public virtual void EnterObjectValue(ObjectValueNode value)
    {
    }

    /// <summary>Once the walk is over, for each operation: the variables that it and all its fragments use.</summary>
    public virtual void CheckVariables(OperationDefinitionNode operation, IReadOnlyList<VariableUsage> usages)
    {
    }

    public virtual void LeaveDocument()
    {
    }
}
