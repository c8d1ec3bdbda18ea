namespace OwnedData.GraphQL.Language;

/// <summary>The kind of an operation, §2.3.</summary>
public enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}
