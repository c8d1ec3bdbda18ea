using System.Collections.Immutable;
using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Limits;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Validation;
using OwnedData.Schema.Access;
using OwnedData.Schema.Api;

namespace OwnedData.Execution.Authorization;

/// <summary>The stage after validation: picks the operation (§6.1), collects its fields and finds the gates in front of each.</summary>
internal static class OperationAuthorizer
{
    public static Outcome<AuthorizedOperation> Authorize(ValidatedDocument document, string? operationName, ApiSchema api, AccessRules rules, OperationLimits limits)
    {
        return document.GetOperation(operationName).Then<AuthorizedOperation>(operation =>
        {
            var tables = new SelectionTables(api.Model, rules);
            var collector = new FieldCollector(document, tables);
            var selection = collector.Collect(api.Schema.GetRootType(operation.Operation)!, operation.SelectionSet);
            if (!collector.IsWithinLimit)
            {
                return new GraphQLError(
                    ErrorCatalog.OperationTooComplex,
                    "The operation spreads fragments under too many different conditions. Use fewer variables in @include and @skip.",
                    [operation.Location]);
            }

            if (selection.Fields.Length > limits.RootFields)
            {
                return new GraphQLError(
                    ErrorCatalog.TooManyRootFields,
                    $"The operation asks for {selection.Fields.Length} fields at its root. At most {limits.RootFields} are allowed.",
                    [operation.Location]);
            }

            var fields = operation.Operation == OperationKind.Mutation ? api.MutationFields : api.QueryFields;
            ImmutableArray<AuthorizedField> authorized =
                [.. selection.Fields.Select(field => Authorize(field, fields.GetValueOrDefault(field.Name)))];
            return new AuthorizedOperation(operation, authorized, tables);
        });
    }

    private static AuthorizedField Authorize(FieldSelection selection, ApiField? field) => new(selection, field, field switch
    {
        DocumentField document => GateSet.Of(document.Type, AccessOperation.Read),
        ConnectionField connection => GateSet.Of(connection.Type, AccessOperation.Read),
        CreateField create => GateSet.Of(create.Type, AccessOperation.Create),
        UpdateField update => GateSet.Of(update.Type, AccessOperation.Update),
        DeleteField delete => GateSet.Of(delete.Type, AccessOperation.Delete),

        // The type is known only from the id: NodePlan checks the gates of the type that the id names.
        _ => GateSet.Open,
    });
}
