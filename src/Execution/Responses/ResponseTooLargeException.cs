using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Responses;

/// <summary>
/// The one expected failure that is thrown: it can happen at every byte of a response, far down. Whoever owns the <see cref="ResponseBuffer"/>
/// catches it at one place and answers <see cref="ToError"/> alone, without data.
/// </summary>
internal sealed class ResponseTooLargeException(int maximumLength) : Exception($"The response grows beyond {maximumLength} bytes")
{
    public GraphQLError ToError() =>
        new(ErrorCatalog.ResponseTooLarge, $"The response would be larger than {maximumLength} bytes. Ask for fewer items or fewer fields.", []);
}
