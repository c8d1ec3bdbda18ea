using OwnedData.Bson;
using OwnedData.Execution.Access;

namespace OwnedData.Execution.Tests.Support;

/// <summary>Holds recorded commands to the invariant of the gate: the owner's clause stands first in every filter, the stamp in every new document.</summary>
internal static class OwnerClause
{
    public static void AssertInAll(IEnumerable<BsonDocument> commands, Viewer viewer)
    {
        foreach (var command in commands)
        {
            AssertIn(command, viewer);
        }
    }

    private static void AssertIn(BsonDocument command, Viewer viewer)
    {
        var reader = new BsonReader(command.Span);
        Assert.True(reader.Read());
        switch (System.Text.Encoding.UTF8.GetString(reader.NameSpan))
        {
            case "find":
                AssertFilter(Inner(command, "filter"), viewer);
                break;
            case "aggregate":
                AssertPipeline(Inner(command, "pipeline"), viewer);
                break;
            case "findAndModify":
                AssertFilter(Inner(command, "query"), viewer);
                Assert.DoesNotContain("owner_id", command.TryGetValue("update"u8, out _) ? Inner(command, "update").ToString() : "", StringComparison.Ordinal);
                break;
            case "insert":
                AssertStamped(Inner(Inner(command, "documents"), "0"), viewer);
                break;
            default:
                Assert.Fail($"A command that no test knows: {command}");
                break;
        }
    }

    // The first stage and that of every union's branch.
    private static void AssertPipeline(BsonDocument pipeline, Viewer viewer)
    {
        AssertFilter(Inner(Inner(pipeline, "0"), "$match"), viewer);
        foreach (var stage in Names(pipeline).Select(name => Inner(pipeline, name)).Where(stage => Names(stage) is ["$unionWith"]))
        {
            AssertPipeline(Inner(Inner(stage, "$unionWith"), "pipeline"), viewer);
        }
    }

    private static void AssertFilter(BsonDocument filter, Viewer viewer)
    {
        var names = Names(filter);
        Assert.Equal(["$and"], names);
        Assert.Equal(OwnerIs(viewer), Inner(Inner(filter, "$and"), "0"));
    }

    private static void AssertStamped(BsonDocument document, Viewer viewer)
    {
        Assert.Equal(["_id", "owner_id"], Names(document).Take(2));
        Assert.Single(Names(document), "owner_id");
        document.TryGetValue("owner_id"u8, out var owner);
        Assert.Equal(viewer.Subject, System.Text.Encoding.UTF8.GetString(owner.AsString()));
    }

    private static BsonDocument OwnerIs(Viewer viewer)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("owner_id"u8, viewer.Subject!);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static List<string> Names(BsonDocument document)
    {
        var names = new List<string>();
        var reader = new BsonReader(document.Span);
        while (reader.Read())
        {
            names.Add(System.Text.Encoding.UTF8.GetString(reader.NameSpan));
        }

        return names;
    }

    private static BsonDocument Inner(BsonDocument document, string name)
    {
        Assert.True(document.TryGetValue(System.Text.Encoding.UTF8.GetBytes(name), out var value), $"{name} is missing in {document}");
        return new BsonDocument(value.Bytes.ToArray());
    }
}
