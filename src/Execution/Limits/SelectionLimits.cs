using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Validation;

namespace OwnedData.Execution.Limits;

/// <summary>The stage after validation: refuses an operation whose selections are too many or too deep, before they are collected.</summary>
internal static class SelectionLimits
{
    /// <summary>The document again, or what its operation of that name (null: the only one) has too much of.</summary>
    public static Outcome<ValidatedDocument> Check(ValidatedDocument document, string? operationName, OperationLimits limits) =>
        document.GetOperation(operationName).Then<ValidatedDocument>(operation =>
            Find(document, operation, limits) is { } error ? error : document);

    private static GraphQLError? Find(ValidatedDocument document, OperationDefinitionNode operation, OperationLimits limits)
    {
        var tally = new FieldCounter(document).Count(operation.SelectionSet);
        if (tally.Fields > limits.Fields)
        {
            return new GraphQLError(
                ErrorCatalog.TooManyFields,
                $"The operation selects more than {limits.Fields} fields, counted with all fragments spread.",
                [operation.Location]);
        }

        if (tally.Aliases > limits.Aliases)
        {
            return new GraphQLError(
                ErrorCatalog.TooManyAliases,
                $"The operation has {tally.Aliases} aliases, counted with all fragments spread. At most {limits.Aliases} are allowed.",
                [operation.Location]);
        }

        // The number of fields is bounded by now: what follows may spread the fragments.
        return new DepthCheck(document, operation, limits).Run();
    }
}
