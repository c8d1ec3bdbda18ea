using OwnedData.GraphQL.Errors;

namespace OwnedData.Conventions.Tests;

/// <summary>The catalogue is what the server sends: a row that nothing refers to promises an answer that never comes.</summary>
public sealed class ErrorCatalogTests
{
    private const string Catalogue = "src/GraphQL/Errors/ErrorCatalog.cs";

    [Fact]
    public void Every_code_is_sent_somewhere()
    {
        var sources = Repository.SourceFiles.Where(path => path != Catalogue).Select(Repository.Read).ToList();
        var unsent = Rows().Select(row => $"{nameof(ErrorCatalog)}.{row.Name}")
            .Where(reference => !sources.Exists(source => source.Split(reference).Skip(1).Any(rest => rest.Length == 0 || !char.IsLetterOrDigit(rest[0]))));

        Assert.Equal([], unsent);
    }

    [Fact]
    public void A_code_is_made_in_the_catalogue_only()
    {
        var wrong = Repository.SourceFiles.Where(path => path != Catalogue && Repository.Read(path).Contains("new ErrorCode(", StringComparison.Ordinal));

        Assert.Equal([], wrong);
    }

    // RFC 9110 §15 and GraphQL over HTTP §6.4: what the whole request failed of says which status it gets.
    [Fact]
    public void A_status_other_than_400_has_a_reason()
    {
        var reasons = new Dictionary<int, string[]>
        {
            [200] = [nameof(ErrorCatalog.StoredDataInvalid), nameof(ErrorCatalog.ErrorsLeftOut)],
            [401] = [nameof(ErrorCatalog.InvalidToken), nameof(ErrorCatalog.NotAuthenticated)],
            [403] = [nameof(ErrorCatalog.NotAuthorized), nameof(ErrorCatalog.ExplanationRefused)],
            [405] = [nameof(ErrorCatalog.MutationByGet), nameof(ErrorCatalog.MethodNotAllowed)],
            [406] = [nameof(ErrorCatalog.NotAcceptable)],
            [408] = [nameof(ErrorCatalog.RequestTooSlow)],
            [413] = [nameof(ErrorCatalog.RequestTooLarge)],
            [415] = [nameof(ErrorCatalog.UnsupportedMediaType)],
            [429] = [nameof(ErrorCatalog.TooManyRequests)],
            [500] = [nameof(ErrorCatalog.UnexpectedError)],
            [503] = [nameof(ErrorCatalog.KeysUnreachable), nameof(ErrorCatalog.ServerBusy)],
            [504] = [nameof(ErrorCatalog.Timeout)],
        };

        var wrong = Rows().Where(row => reasons.GetValueOrDefault(row.Code.HttpStatus)?.Contains(row.Name) != true && row.Code.HttpStatus != 400);

        Assert.Equal([], wrong);
    }

    private static IEnumerable<(string Name, ErrorCode Code)> Rows() =>
        typeof(ErrorCatalog).GetFields().Select(field => (field.Name, (ErrorCode)field.GetValue(null)!));
}
