using System.Text.RegularExpressions;

namespace OwnedData.Conventions.Tests;

/// <summary>One gate: on a request's way nothing but the query filter, and the reader of its viewer's grants, can name the store.</summary>
public sealed partial class StoreGateTests
{
    private static readonly string[] s_mayNameTheStore =
    [
        "src/Execution/Access/QueryFilter.cs",

        // Reads the viewer's own grants, of which the filter's predicates are made.
        "src/Execution/Access/Grants/GrantReader.cs",

        // Before the first request, or without a server.
        "src/Server/Startup/",
        "src/Server/Commands/SeedCommand.cs",
        "src/Server/Commands/GrantsCommand.cs",
        "src/Server/Commands/AccessExplainCommand.cs",
        "src/Server/Commands/IndexesCommand.cs",
        "src/Server/Commands/IndexApplication.cs",
        "src/Server/Commands/ShardApplication.cs",
        "src/Server/Commands/ModelInferCommand.cs",
        "src/Server/AccessTesting/AccessTrial.cs",
        "src/Server/Development/SampleSeeder.cs",

        // A store itself: it is behind the gate, not beside it.
        "src/Server/Development/ScanReports.cs",

        // Asks whether the store answers, reads nothing that a client could see.
        "src/Server/Health/HealthEndpoints.cs",
    ];

    [Fact]
    public void On_a_requests_way_only_the_query_filter_and_the_grant_reader_name_the_store()
    {
        var wrong =
            from path in Repository.SourceFiles
            where path.StartsWith("src/Execution/", StringComparison.Ordinal) || path.StartsWith("src/Server/", StringComparison.Ordinal)
            where !s_mayNameTheStore.Any(allowed => path.StartsWith(allowed, StringComparison.Ordinal))
            where Store().IsMatch(Comment().Replace(Repository.Read(path), ""))
            select path;

        Assert.Equal([], wrong);
    }

    [Fact]
    public void The_store_is_in_no_service_container()
    {
        var wrong = Repository.SourceFiles.Where(path => StoreAsService().IsMatch(Repository.Read(path)));

        Assert.Equal([], wrong);
    }

    [GeneratedRegex(@"\b(IMongoStore|EmbeddedMongoStore|NativeMongoStore|OpenedStore)\b")]
    private static partial Regex Store();

    [GeneratedRegex(@"Add(Singleton|Scoped|Transient|Keyed\w+)\s*(<[^>]*MongoStore[^>]*>|\(\s*store\b)")]
    private static partial Regex StoreAsService();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
