using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Startup;

public sealed class StoreVersionTests
{
    private const string Fault =
        "This MongoDB is 3.6.8, and lists by @inverse (Notebook.notes) need 4.4 or later. Update it, or leave them out of the model.";

    private const string WithoutInverses = """type Note @collection(name: "notes") @owned { title: String }""";

    private static readonly DataModel s_sample = ApiLoading.Load(path: null).Model;

    [Theory]
    [InlineData("3.6.8", Fault)]
    [InlineData("4.4.0-rc1", null)]
    [InlineData("8.0.4", null)]
    [InlineData("of our own", null)]
    public async Task In_Production_a_server_that_lacks_what_the_model_needs_is_refused(string version, string? expected)
    {
        var refusal = await Record.ExceptionAsync(() => StoreVersion.CheckAsync(new Store(version), s_sample, isDevelopment: false, TextWriter.Null, default));

        Assert.Equal(expected, refusal is null ? null : Assert.IsType<StartupException>(refusal).Message);
    }

    [Fact]
    public async Task In_Development_it_is_told_of()
    {
        using var output = new StringWriter { NewLine = "\n" };

        await StoreVersion.CheckAsync(new Store("3.6.8"), s_sample, isDevelopment: true, output, default);

        Assert.Equal(Fault + "\n", output.ToString());
    }

    [Fact]
    public async Task A_model_without_lists_by_inverse_runs_on_3_6()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "model.graphql");
        await File.WriteAllTextAsync(path, WithoutInverses);

        Assert.Null(StoreVersion.FindFault(new Version(3, 6), ApiLoading.Load(path).Model));
    }

    /// <summary>Says which version it is, and nothing else.</summary>
    private sealed class Store(string version) : IMongoStore
    {
        public IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken) => ValueTask.FromResult(
            command is BuildInfoCommand ? BsonDocument.Parse($$"""{ "version": "{{version}}", "ok": 1 }""") : throw new NotSupportedException());
    }
}
