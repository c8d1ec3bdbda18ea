using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Responses;
using OwnedData.Execution.Tests.Support;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Responses;

public sealed class PermissionsShapeTests
{
    [Fact]
    public void Nothing_is_allocated_for_a_document()
    {
        var rules = new TypeRules(ModelLoader.Load([new ModelSource("model.graphql", Encoding.UTF8.GetBytes(
            """
            type Note @collection(name: "notes") @owned
              @allow(on: [READ, UPDATE], where: { editors: { some: { eq: "$sub" } } }) @allow(on: [DELETE], where: { place: { eq: "$claim:place" } })
              @authorize(policy: "write:notes", on: [UPDATE]) {
              editors: [String!]!
              place: String
            }
            """))]).Model!.FindStoredType("Note")!);
        var shape = Shapes.Note(new ShapeField(
            "can",
            "_id",
            ConditionSet.Always,
            new PermissionsShape(
                "NotePermissions",
                [new PermissionField("__typename", ConditionSet.Always, null), new PermissionField("update", ConditionSet.Always, AccessOperation.Update), new PermissionField("delete", ConditionSet.Always, AccessOperation.Delete)],
                rules)));
        var document = BsonDocument.Parse("""{ "_id": 1, "owner_id": "bob", "editors": ["carol", "alice"], "place": "Bern" }""");
        using var buffer = new ResponseBuffer(1 << 20);
        var writer = new DocumentWriter(
            buffer, new ErrorCollector(), new ResponsePathBuilder(), default, rules: new RuleContext(Api.ViewerOf("alice", "write:notes"), DateTimeOffset.UnixEpoch));
        WriteMany(writer, buffer, document, shape);

        var before = GC.GetAllocatedBytesForCurrentThread();
        WriteMany(writer, buffer, document, shape);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("""{"can":{"__typename":"NotePermissions","update":true,"delete":false}}""", Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal(0, allocated);
    }

    private static void WriteMany(DocumentWriter writer, ResponseBuffer buffer, BsonDocument document, DocumentShape shape)
    {
        for (var i = 0; i < 1000; i++)
        {
            buffer.Truncate(0);
            writer.Write(document.Span, shape);
        }
    }
}
