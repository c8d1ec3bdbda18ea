using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.GraphQL;

/// <summary>
/// How the answer is labelled, chosen by `Accept` as Hot Chocolate's clients expect: `application/graphql-response+json`, whose status
/// tells a failed request, or `application/json`, where the errors alone tell.
/// </summary>
internal sealed class ResponseFormat
{
    public static readonly ResponseFormat GraphQLResponse = new("application/graphql-response+json");
    public static readonly ResponseFormat Json = new("application/json");

    private ResponseFormat(string mediaType)
    {
        MediaType = mediaType;
        ContentType = mediaType + "; charset=utf-8";
    }

    public string ContentType { get; }

    private string MediaType { get; }

    /// <summary>The format for that request, or HC0064 for a header that can't be read, HC0063 for one that allows neither format.</summary>
    public static Outcome<ResponseFormat> Negotiate(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || string.IsNullOrWhiteSpace(header))
        {
            return GraphQLResponse;
        }

        if (!MediaTypeHeaderValue.TryParseStrictList(header, out var accepted))
        {
            return new GraphQLError(
                ErrorCatalog.InvalidAccept,
                "The Accept header can't be read.",
                [],
                Extensions: [new KeyValuePair<string, object?>("headerValue", header.ToString())]);
        }

        return Choose([.. accepted.Where(media => media.Quality is not 0)]);
    }

    /// <summary>The HTTP status when a whole request fails with that code.</summary>
    public int StatusOf(ErrorCode code) =>
        this == Json && code.HttpStatus == StatusCodes.Status400BadRequest ? StatusCodes.Status200OK : code.HttpStatus;

    // Any entry that covers application/graphql-response+json, a wildcard too, wins over application/json.
    private static Outcome<ResponseFormat> Choose(ImmutableArray<MediaTypeHeaderValue> accepted)
    {
        if (accepted.Any(media => GraphQLResponse.IsCoveredBy(media)))
        {
            return GraphQLResponse;
        }

        return accepted.Any(media => Json.IsCoveredBy(media))
            ? Json
            : new GraphQLError(ErrorCatalog.NotAcceptable, $"The server answers with {GraphQLResponse.MediaType} or {Json.MediaType}; the Accept header allows neither.", []);
    }

    // Not the framework's own match: for it application/json covers every type that ends in +json.
    private bool IsCoveredBy(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes
        || (range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase))
        || range.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase);
}
