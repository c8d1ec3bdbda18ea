using System.Text.RegularExpressions;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Commands;
using OwnedData.Server.Startup;
using OwnedData.Server.Tests.Startup;

namespace OwnedData.Server.Tests.Commands;

public sealed partial class IndexesCommandTests : IDisposable
{
    private const string Model = """
        type Note @collection(name: "notes") @owned
          @allow(where: { readers: { some: { eq: "$sub" } } })
          @index(fields: ["pinned", "updatedAt:desc"]) {
          number: Int! @unique
          pinned: Boolean!
          readers: [ID!]!
          notebook: Notebook @reference
          updatedAt: DateTime!
        }

        type Notebook @collection(name: "notebooks") @owned { notes: [Note!]! @inverse(of: "notebook") }

        type Code @collection(name: "codes") @public { text: String! }
        """;

    private readonly TestFolder _folder = new();

    public IndexesCommandTests() => File.WriteAllText(ModelPath, Model);

    private string ModelPath => Path.Combine(_folder.Path, "model.graphql");

    [Fact]
    public async Task Plan_says_what_asks_for_each_index() => Assert.Equal(
        (0,
        """
        notes (Note)
          owner_id_1__id_1: owner_id, _id
            for lists in their default order, and counts
            by  model.graphql:1 @owned
          readers_1__id_1: readers, _id
            for lists in their default order, and counts
            by  model.graphql:2 @allow(where: {readers: {some: {eq: "$sub"}}})
          owner_id_1_notebook_id_1__id_1: owner_id, notebook_id, _id
            for the documents that refer to another by notebook
            by  model.graphql:1 @owned
          readers_1_notebook_id_1__id_1: readers, notebook_id, _id
            for the documents that refer to another by notebook
            by  model.graphql:2 @allow(where: {readers: {some: {eq: "$sub"}}})
          owner_id_1_pinned_1_updatedAt_-1__id_1: owner_id, pinned, updatedAt:desc, _id
            for filters and orders by pinned, updatedAt: @index
            by  model.graphql:1 @owned
          readers_1_pinned_1_updatedAt_-1__id_1: readers, pinned, updatedAt:desc, _id
            for filters and orders by pinned, updatedAt: @index
            by  model.graphql:2 @allow(where: {readers: {some: {eq: "$sub"}}})
          owner_id_1_number_1: owner_id, number
            for no two with the same number of one owner: @unique
            by  model.graphql:1 @owned

        notebooks (Notebook)
          owner_id_1__id_1: owner_id, _id
            for lists in their default order, and counts
            by  model.graphql:11 @owned

        codes (Code)
          none but that of _id


        """, ""),
        await RunAsync("plan", "--model", ModelPath));

    [Fact]
    public async Task Check_names_what_is_missing_and_what_is_unused_until_apply_has_made_and_dropped_it()
    {
        await StoreAsync(
            new CreateIndexesCommand("notebooks") { Indexes = [new IndexModel("owner_id_1__id_1", BsonDocument.Parse("""{ "owner_id": 1, "_id": 1 }"""))] },
            new CreateIndexesCommand("codes") { Indexes = [new IndexModel("text_1", BsonDocument.Parse("""{ "text": 1 }"""))] },
            new CreateIndexesCommand("notes") { Indexes = [new IndexModel("owner_id_1_number_1", BsonDocument.Parse("""{ "owner_id": 1, "number": 1 }"""))] });

        Assert.Equal(
            (1, "",
            """
            missing  notes: owner_id_1__id_1
            missing  notes: readers_1__id_1
            missing  notes: owner_id_1_notebook_id_1__id_1
            missing  notes: readers_1_notebook_id_1__id_1
            missing  notes: owner_id_1_pinned_1_updatedAt_-1__id_1
            missing  notes: readers_1_pinned_1_updatedAt_-1__id_1
            missing  notes: owner_id_1_number_1
            unused   notes: owner_id_1_number_1
            unused   codes: text_1
            `indexes apply` makes what is missing; with --drop-unused it drops what is unused.

            """),
            await RunOnStoreAsync("check"));
        var inTheWay = await RunOnStoreAsync("apply");
        Assert.Equal(1, inTheWay.ExitCode);
        Assert.StartsWith("notes: another index is in the way of one that the model needs: ", inTheWay.Error, StringComparison.Ordinal);
        Assert.Equal(
            (0,
            """
            [1/3] drop notes: owner_id_1_number_1 (T s)
            [2/3] make notes: owner_id_1_number_1 (T s)
            [3/3] drop codes: text_1 (T s)
            Done.

            """, ""),
            await RunOnStoreAsync("apply", "--drop-unused"));
        Assert.Equal((0, "All 8 indexes that the model needs are there, and no others.\n", ""), await RunOnStoreAsync("check"));
        Assert.Equal((0, "Nothing to do.\n", ""), await RunOnStoreAsync("apply"));
    }

    [Fact]
    public async Task Apply_keeps_what_is_unused_and_says_so()
    {
        await StoreAsync(new CreateIndexesCommand("codes") { Indexes = [new IndexModel("text_1", BsonDocument.Parse("""{ "text": 1 }"""))] });

        var (exitCode, output, _) = await RunOnStoreAsync("apply");

        Assert.Equal(0, exitCode);
        Assert.EndsWith("[8/8] make notebooks: owner_id_1__id_1 (T s)\nunused, kept: codes: text_1\nDone.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unique_index_over_equal_documents_is_refused_without_their_values()
    {
        await StoreAsync(new InsertCommand("notes")
        {
            Documents = [BsonDocument.Parse("""{ "owner_id": "alice", "number": 4711 }"""), BsonDocument.Parse("""{ "owner_id": "alice", "number": 4711 }""")],
        });

        var (exitCode, _, error) = await RunOnStoreAsync("apply");

        Assert.Equal(
            (1, "notes: the unique index owner_id_1_number_1 can't be made, because several documents have the same number. Change them first.\n"), (exitCode, error));
    }

    [Fact]
    public async Task The_embedded_store_is_not_sharded() => Assert.Equal(
        (1, "", "--shard needs a sharded cluster, and Mongo:Uri names none: the store is the embedded one.\n"), await RunOnStoreAsync("apply", "--shard"));

    [MongoFact]
    public async Task A_MongoDB_is_brought_up_to_the_model_as_well()
    {
        var model = ApiLoading.Load(ModelPath).Model;
        using var opened = StoreOpening.Open(new StoreSettings("", TestStore.Uri, $"test_{Guid.NewGuid():N}"));
        await opened.Store.ExecuteAsync(
            new CreateIndexesCommand("codes") { Indexes = [new IndexModel("text_1", BsonDocument.Parse("""{ "text": 1.0 }"""))] }, default);
        using var output = new StringWriter { NewLine = "\n" };

        await new IndexApplication(opened.Store, output, TimeProvider.System).RunAsync(await StoreIndexes.CompareAsync(opened.Store, model, default), dropsUnused: true, default);
        var after = await StoreIndexes.CompareAsync(opened.Store, model, default);

        Assert.EndsWith("[9/9] drop codes: text_1 (T s)\nDone.\n", Seconds().Replace(output.ToString(), "(T s)"), StringComparison.Ordinal);
        Assert.All(after, comparison => Assert.Empty(comparison.Missing.Select(index => index.Name).Concat(comparison.Unused.Select(index => index.Name))));
        foreach (var type in model.StoredTypes)
        {
            await opened.Store.ExecuteAsync(new DropCommand(type.Collection), default);
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task StoreAsync(params ReplyCommand[] commands)
    {
        using var store = StoreOpening.Open(_folder.Path);
        foreach (var command in commands)
        {
            await store.ExecuteAsync(command, default);
        }
    }

    private Task<(int ExitCode, string Output, string Error)> RunOnStoreAsync(params string[] arguments) =>
        RunAsync([.. arguments, "--model", ModelPath, "--data", _folder.Path]);

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(["indexes", .. arguments], output, error);
        return (exitCode, Seconds().Replace(output.ToString(), "(T s)"), error.ToString());
    }

    [GeneratedRegex(@"\(\d+\.\d s\)")]
    private static partial Regex Seconds();
}
