using System.Text.Json;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Fuzz;

/// <summary>What every answer must be: a well-formed GraphQL response whose codes are in the catalogue and agree with its status, or a plain HTTP error.</summary>
internal static class ResponseJudge
{
    private static readonly Dictionary<string, ErrorCode> s_catalogue = ErrorCatalog.All.ToDictionary(code => code.Code, StringComparer.Ordinal);

    /// <summary>Null, or what is wrong.</summary>
    /// <param name="status">Of HTTP.</param>
    /// <param name="mediaType">Null for none.</param>
    /// <param name="body">May be empty.</param>
    public static string? Judge(int status, string? mediaType, byte[] body)
    {
        if (status >= 500 && status is not (503 or 504 or 505))
        {
            return $"status {status}";
        }

        if (mediaType is not ("application/json" or "application/graphql-response+json"))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1000, AllowDuplicateProperties = false });
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? json.RootElement.EnumerateArray().Select(JudgeErrors).FirstOrDefault(wrong => wrong is not null)
                : JudgeErrors(json.RootElement) ?? JudgeStatus(json.RootElement, status, mediaType);
        }
        catch (JsonException exception)
        {
            return "the response is no JSON: " + exception.Message;
        }
    }

    private static string? JudgeErrors(JsonElement response)
    {
        if (response.ValueKind != JsonValueKind.Object || (!response.TryGetProperty("data", out _) && !response.TryGetProperty("errors", out _)))
        {
            return "the response has neither data nor errors";
        }

        return response.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(JudgeError).FirstOrDefault(wrong => wrong is not null) : null;
    }

    private static string? JudgeError(JsonElement error)
    {
        if (!error.TryGetProperty("message", out var message) || string.IsNullOrEmpty(message.GetString()))
        {
            return "an error without a message";
        }

        if (CodeOf(error) is not { } code)
        {
            return $"an error without a code of the catalogue: {error}";
        }

        return code == ErrorCatalog.UnexpectedError ? $"an unexpected error: {error}" : null;
    }

    private static string? JudgeStatus(JsonElement response, int status, string mediaType)
    {
        if (response.TryGetProperty("data", out _))
        {
            return status == 200 ? null : $"data with status {status}";
        }

        var expected = CodeOf(response.GetProperty("errors")[0])!.HttpStatus;
        return status == expected || (expected == 400 && status == 200 && mediaType == "application/json") ? null : $"status {status} for {response}";
    }

    private static ErrorCode? CodeOf(JsonElement error) =>
        error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var code) ? s_catalogue.GetValueOrDefault(code.GetString() ?? "") : null;
}
