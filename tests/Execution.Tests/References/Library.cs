using System.Text;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.References;

/// <summary>Notes in notebooks on shelves: alice's, with references to what is bob's and to what is gone.</summary>
internal static class Library
{
    public const string Model =
        """
        type Note @collection(name: "notes") @owned
          @authorize(policy: "read:notes", on: [READ]) @authorize(policy: "write:notes", on: [CREATE, UPDATE, DELETE]) {
          title: String!
          notebook: Notebook @reference
        }
        type Notebook @collection(name: "notebooks") @owned @authorize(policy: "read:notebooks", on: [READ]) {
          name: String!
          shelf: Shelf @reference(field: "on_shelf")
          notes: [Note!] @inverse(of: "notebook") @paging(default: 10, max: 20)
        }
        type Shelf @collection(name: "shelves", id: STRING) @owned { label: String! }
        """;

    public const string Home = "650000000000000000000010";

    public static Viewer Alice { get; } = Api.ViewerOf("alice", "read:notes", "write:notes", "read:notebooks");

    public static string GlobalNote { get; } = Global("Note:650000000000000000000001");

    public static string GlobalHome { get; } = Global("Notebook:" + Home);

    public static async Task<Api> CreateAsync()
    {
        var api = await Api.CreateAsync(Model);
        await api.InsertAsync(
            "notes",
            Note(1, "alice", "a", Home),
            Note(2, "alice", "b", Home),
            Note(3, "alice", "c", "650000000000000000000011"),
            Note(4, "alice", "foreign", "6500000000000000000000b0"),
            Note(5, "alice", "gone", "6500000000000000000000ff"),
            """{ "_id": { "$oid": "650000000000000000000006" }, "owner_id": "alice", "title": "none" }""",
            Note(7, "bob", "bob's", "6500000000000000000000b0"));
        await api.InsertAsync(
            "notebooks",
            Notebook("10", "alice", "Home", "\"top\""),
            Notebook("11", "alice", "Work", "\"bob's\""),
            Notebook("12", "alice", "Empty", "null"),
            Notebook("b0", "bob", "Bob's", "\"top\""));
        await api.InsertAsync("shelves", """{ "_id": "top", "owner_id": "alice", "label": "Top" }""", """{ "_id": "bob's", "owner_id": "bob", "label": "Low" }""");
        return api;
    }

    public static string Note(int number, string owner, string title, string notebook) =>
        $$"""{ "_id": { "$oid": "6500000000000000000000{{number:x2}}" }, "owner_id": "{{owner}}", "title": "{{title}}", "notebook_id": { "$oid": "{{notebook}}" } }""";

    private static string Notebook(string number, string owner, string name, string shelf) =>
        $$"""{ "_id": { "$oid": "6500000000000000000000{{number}}" }, "owner_id": "{{owner}}", "name": "{{name}}", "on_shelf": {{shelf}} }""";

    private static string Global(string id) => Convert.ToBase64String(Encoding.ASCII.GetBytes(id));
}
