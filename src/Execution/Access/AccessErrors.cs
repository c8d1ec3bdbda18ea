using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Access;

/// <summary>The answer to a viewer who does not pass a gate: one text for all of them, as Hot Chocolate's clients know it.</summary>
internal static class AccessErrors
{
    public static GraphQLError Refused(ErrorCode code) => new(code, "The current user is not authorized to access this resource.", []);
}
