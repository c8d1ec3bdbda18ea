using System.Collections.Frozen;
using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Access.Leaks;

/// <summary>What the catalogue of leaks is held against: a model with every kind of rule, and documents of which Alice may see five and five exist beside them.</summary>
internal static class LeakModel
{
    public const string Text = """
        type Document
          @collection(name: "documents")
          @owned
          @allow(on: [READ], where: { readers: { some: { eq: "$sub" } } })
          @allow(on: [READ, UPDATE], where: { editors: { some: { eq: "$sub" } } }, message: "Only its owner and its editors may change a document.")
          @allow(on: [READ], where: { department: { eq: "$claim:https://my-api.com/department" }, classification: { neq: "secret" } })
          @allow(on: [READ, DELETE], policy: "admin:documents")
          @restrict(where: { orgId: { eq: "$claim:org_id" } }, message: "A document stays in its organisation.")
          @authorize(policy: "write:documents", on: [CREATE, UPDATE, DELETE])
          @versioned {
          number: Int! @unique @writeOnce
          title: String!
          readers: [String!]! @default(value: [])
          editors: [String!]! @default(value: [])
          department: String
          classification: String! @internal @default(value: "open")
          orgId: String!
          salary: Int @authorize(policy: "read:salaries", on: [READ])
          grade: Int @authorize(policy: "grade:documents", on: [CREATE, UPDATE])
          folder: Folder @reference
          author: String! @createdBy
        }
        type Folder @collection(name: "folders") @owned {
          name: String! @unique
          documents: [Document!]! @inverse(of: "folder")
        }
        type Message
          @collection(name: "messages")
          @owned
          @restrict(on: [CREATE], where: { to: { in: "$grant:may_email" } }, message: "You may not write to this person.") {
          to: String!
          text: String!
        }
        type Notice
          @collection(name: "notices")
          @public
          @allow(on: [CREATE, UPDATE, DELETE], roles: ["editor"], message: "Only editors write notices.") {
          text: String!
        }
        """;

    public const string Department = "https://my-api.com/department";

    /// <summary>A document that is not there, for anybody.</summary>
    public const int Missing = 0xF0;

    public static Viewer Alice { get; } = ViewerOf("alice", AliceClaims);

    public static Viewer Bob { get; } = ViewerOf("bob", $$"""{ "org_id": "acme", "{{Department}}": "legal" }""");

    /// <summary>By number: her own two, what Bob lets her read, what he lets her edit, and what her department reads.</summary>
    public static int[] Visible { get; } = [1, 2, 3, 4, 5];

    /// <summary>A secret one of the department, Bob's own, one of another organisation, her own there, and one whose department is null.</summary>
    public static int[] Invisible { get; } = [6, 7, 8, 9, 10];

    private const string AliceClaims = $$"""{ "org_id": "acme", "{{Department}}": "sales" }""";

    public static Viewer ViewerOf(string subject, string claims, string grants = "{}", string[]? scopes = null, string? issuer = null) => new()
    {
        Subject = subject,
        Issuer = issuer ?? "https://issuer.example/",
        Scopes = (scopes ?? ["write:documents"]).ToFrozenSet(),
        Claims = BsonDocument.Parse(claims),
        Grants = BsonDocument.Parse(grants),
    };

    public static string DocumentId(int number) => Id("Document", number);

    public static string FolderId(int number) => Id("Folder", number);

    /// <summary>An API with the documents of all (or of those whom Alice may see), two folders and a notice.</summary>
    public static async Task<Api> CreateAsync(bool hasInvisible)
    {
        var api = await Api.CreateAsync(Text);
        await api.InsertAsync("documents", [.. (hasInvisible ? Visible.Concat(Invisible) : Visible).Select(Document)]);
        await api.InsertAsync("folders", Folder(1, "alice"));
        await api.InsertAsync("notices", """{ "_id": { "$oid": "000000000000000000000001" }, "text": "Welcome" }""");
        if (hasInvisible)
        {
            await api.InsertAsync("folders", Folder(2, "bob"));
            await api.InsertAsync("messages", """{ "_id": { "$oid": "000000000000000000000001" }, "owner_id": "bob", "to": "alice", "text": "Psst" }""");
        }

        return api;
    }

    /// <summary>Documents that Alice may not see lie in her folder, and her second one lies in Bob's folder.</summary>
    public static string Document(int number) => number switch
    {
        1 => Document(number, "alice", """, "salary": 10"""),
        2 => Document(number, "alice", "", folder: 2),
        3 => Document(number, "bob", """, "readers": ["carol", "alice"]"""),
        4 => Document(number, "bob", """, "editors": ["alice"]"""),
        5 => Document(number, "bob", """, "department": "sales" """, folder: 2),
        6 => Document(number, "bob", """, "department": "sales" """, classification: "secret"),
        7 => Document(number, "bob", """, "salary": 70"""),
        8 => Document(number, "bob", """, "readers": ["alice"]""", organisation: "other"),
        9 => Document(number, "alice", "", organisation: "other"),
        _ => Document(number, "bob", """, "department": null"""),
    };

    private static string Document(int number, string owner, string more, string organisation = "acme", string classification = "open", int folder = 1) =>
        $$"""
        { "_id": { "$oid": "{{number:x24}}" }, "owner_id": "{{owner}}", "number": {{number}}, "title": "Title {{number}}", "classification": "{{classification}}", "orgId": "{{organisation}}",
          "folder_id": { "$oid": "{{folder:x24}}" }, "author": "{{owner}}", "version": 1{{(more.Contains("readers", StringComparison.Ordinal) ? "" : """, "readers": []""")}}{{(more.Contains("editors", StringComparison.Ordinal) ? "" : """, "editors": []""")}}{{more}} }
        """;

    private static string Folder(int number, string owner) =>
        $$"""{ "_id": { "$oid": "{{number:x24}}" }, "owner_id": "{{owner}}", "name": "Folder {{number}}" }""";

    private static string Id(string type, int number) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{type}:{number:x24}"));
}
