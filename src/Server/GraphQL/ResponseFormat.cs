using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.GraphQL;

/// <summary>
/// How the answer is labelled, chosen by `Accept` (RFC 9110 §12.5.1): `application/graphql-response+json`, whose status tells a failed
/// request, or `application/json`, where a failed document, its variables too, is told by the errors alone.
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
        if (header.All(string.IsNullOrWhiteSpace))
        {
            return GraphQLResponse;
        }

        return MediaTypeHeaderValue.TryParseStrictList(header, out var ranges) && ranges.All(range => range.Quality is not null || !HasQuality(range))
            ? Choose(ranges)
            : new GraphQLError(
                ErrorCatalog.InvalidAccept,
                "The Accept header can't be read.",
                [],
                Extensions: [new KeyValuePair<string, object?>("headerValue", header.ToString())]);
    }

    /// <summary>The same requests, or HC0063 for a batch where `Accept` allows no application/json: the other format is of one response.</summary>
    public static Outcome<GraphQLRequests> CheckBatch(HttpRequest request, GraphQLRequests requests)
    {
        if (!requests.IsBatch
            || request.Headers.Accept.All(string.IsNullOrWhiteSpace)
            || Json.FindQuality(MediaTypeHeaderValue.ParseStrictList(request.Headers.Accept)).Quality > 0)
        {
            return requests;
        }

        requests.Dispose();
        return new GraphQLError(ErrorCatalog.NotAcceptable, $"A batch is answered with {Json.MediaType}; the Accept header does not allow it.", []);
    }

    /// <summary>The HTTP status when a whole request fails with that code.</summary>
    public int StatusOf(ErrorCode code) =>
        this == Json && code is { HttpStatus: StatusCodes.Status400BadRequest, IsOfTransport: false } ? StatusCodes.Status200OK : code.HttpStatus;

    // At equal quality Hot Chocolate's clients expect the new format, save where nothing but `*/*` speaks: the audits of
    // graphql-http expect the old one there.
    private static Outcome<ResponseFormat> Choose(IList<MediaTypeHeaderValue> ranges)
    {
        var (newQuality, newRange) = GraphQLResponse.FindQuality(ranges);
        var (oldQuality, oldRange) = Json.FindQuality(ranges);
        if (newQuality is 0 && oldQuality is 0)
        {
            return new GraphQLError(ErrorCatalog.NotAcceptable, $"The server answers with {GraphQLResponse.MediaType} or {Json.MediaType}; the Accept header allows neither.", []);
        }

        var isOpen = newRange is { MatchesAllTypes: true } && ReferenceEquals(newRange, oldRange);
        return oldQuality > newQuality || isOpen ? Json : GraphQLResponse;
    }

    // The most specific range that covers this format decides, and 0 means "not this one". Not the framework's own match: for it
    // application/json covers every type that ends in +json.
    private (double Quality, MediaTypeHeaderValue? Range) FindQuality(IList<MediaTypeHeaderValue> ranges)
    {
        var range = ranges.Where(IsCoveredBy).MaxBy(SpecificityOf);
        return (range is null ? 0 : range.Quality ?? 1, range);
    }

    private bool IsCoveredBy(MediaTypeHeaderValue range) =>
        IsUtf8(range.Charset)
        && (range.MatchesAllTypes
            || (range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase))
            || range.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase));

    private static bool IsUtf8(StringSegment charset) =>
        !charset.HasValue || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static int SpecificityOf(MediaTypeHeaderValue range) => (range.MatchesAllTypes, range.MatchesAllSubTypes, range.Charset.HasValue) switch
    {
        (true, _, _) => 0,
        (_, true, _) => 1,
        (_, _, false) => 2,
        _ => 3,
    };

    private static bool HasQuality(MediaTypeHeaderValue range) =>
        range.Parameters.Any(parameter => parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase));
}
