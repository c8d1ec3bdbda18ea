using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Limits;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Introspection;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Planning;

/// <summary>A compiled operation: made once per document and operation name, shared by all requests and all viewers.</summary>
public sealed class OperationPlan
{
    internal OperationPlan(
        OperationDefinitionNode definition, ImmutableArray<FieldPlan> fields, ImmutableArray<RootFieldCost> costs, SelectionTables tables)
    {
        (Definition, Fields, Costs, Tables) = (definition, fields, costs, tables);
        IntrospectionRefusals =
        [
            .. fields.Select(field => field.Selection).Where(field => field.Name is IntrospectionFields.Schema or IntrospectionFields.Type)
                .Select(field => new GraphQLError(
                    ErrorCatalog.IntrospectionNotAllowed,
                    "Introspection is not allowed for the current request.",
                    [field.Node.Location],
                    Extensions: [new("field", field.Name)])),
        ];
    }

    /// <summary>Query or mutation.</summary>
    public OperationKind Operation => Definition.Operation;

    internal OperationDefinitionNode Definition { get; }

    internal ImmutableArray<FieldPlan> Fields { get; }

    /// <summary>What each of the fields costs, in the same order.</summary>
    internal ImmutableArray<RootFieldCost> Costs { get; }

    /// <summary>What a caller is told who may not see the schema; empty when the operation doesn't ask for it.</summary>
    internal ImmutableArray<GraphQLError> IntrospectionRefusals { get; }

    internal SelectionTables Tables { get; }

    /// <summary>The plan as stable text, for review and golden files.</summary>
    public override string ToString() => PlanText.Of(this);
}
