using OwnedData.GraphQL.Errors;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Authentication;

/// <summary>Answers a request whose credentials were refused: the challenge of RFC 6750 §3, and a body that GraphQL clients can read.</summary>
internal static class RefusalWriter
{
    private const string RetryAfterSeconds = "5";

    public static Task WriteAsync(HttpContext http, TokenRefusal refusal)
    {
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
        else
        {
            http.Response.Headers.WWWAuthenticate = refusal.Error is null
                ? "Bearer realm=\"owneddata\""
                : $"Bearer realm=\"owneddata\", error=\"{refusal.Error}\", error_description=\"{refusal.Description}\"";
        }

        return ErrorResponse.WriteAsync(http, new GraphQLError(ToCode(refusal.Status), refusal.Description, []));
    }

    private static ErrorCode ToCode(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ErrorCatalog.InvalidCredentials,
        StatusCodes.Status503ServiceUnavailable => ErrorCatalog.KeysUnreachable,
        _ => ErrorCatalog.InvalidToken,
    };
}
