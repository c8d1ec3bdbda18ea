using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Tests.Querying;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("{owner_id: \"alice\"}", "{_id: 1}", "{}")]
    [InlineData("{owner_id: \"alice\"}", "{_id: -1}", "{title: 1}")]
    [InlineData("{owner_id: \"alice\", title: {\"$ne\": \"x\"}}", "{}", "{}")]
    [InlineData("{title: \"a title\"}", "{}", "{}")]
    public async Task Reading_a_document_allocates_nothing(string filter, string sort, string projection)
    {
        using var folder = new TemporaryFolder();
        using (var store = folder.OpenStore())
        {
            await store.CreateIndexAsync("notes", "owner_id_1__id_1", "{owner_id: 1, _id: 1}");
            await store.InsertAsync("notes", [.. Enumerable.Range(0, 1200).Select(id => $"{{_id: {id}, owner_id: \"alice\", title: \"a title\", n: 1.5}}")]);
        }

        using var database = Database.Open(new EmbeddedStoreOptions { Folder = folder.Path });
        using var session = await database.BeginReadAsync(CancellationToken.None);
        var command = new FindCommand("notes")
        {
            Filter = StoreExtensions.Parse(filter), Sort = StoreExtensions.Parse(sort), Projection = StoreExtensions.Parse(projection),
        };
        var context = new OperationContext(TimeProvider.System, CancellationToken.None);
        var plan = new Embedded.Commands.FindHandler().Plan(command.ToDocument(), session, context);
        Read(plan, session, context);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(plan, session, context, count: 100);
        var afterFew = GC.GetAllocatedBytesForCurrentThread();
        Read(plan, session, context, count: 1100);
        var afterMany = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(afterFew - before, afterMany - afterFew);
    }

    private static void Read(QueryPlan plan, ReadSession session, OperationContext context, int count = int.MaxValue)
    {
        using var source = plan.Open(session.Connection, context);
        using var batch = new DocumentBatch(1 << 20);
        for (var read = 0; read < count && source.MoveNext(); read++)
        {
            batch.Add(source.Current);
        }
    }
}
