using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Access.Rules;

public sealed class AlternativesWriterTests
{
    [Fact]
    public async Task What_must_hold_together_stays_together_when_it_is_the_only_alternative_left()
    {
        using var api = await Api.CreateAsync("""
            type Page @collection(name: "pages") @owned
              @allow(on: [READ], where: { or: [{ dept: { eq: "$claim:dept" } }, { and: [{ kind: { eq: "a" } }, { rank: { eq: 1 } }] }] }) {
              kind: String!
              rank: Int!
              dept: String
            }
            """);
        await api.InsertAsync(
            "pages",
            """{ "_id": { "$oid": "000000000000000000000001" }, "owner_id": "bob", "kind": "a", "rank": 1 }""",
            """{ "_id": { "$oid": "000000000000000000000002" }, "owner_id": "bob", "kind": "a", "rank": 2 }""",
            """{ "_id": { "$oid": "000000000000000000000003" }, "owner_id": "bob", "kind": "b", "rank": 1 }""");

        var withoutClaim = await api.RunAsync("{ pages { nodes { kind rank } } }", new Viewer { Subject = "alice" });
        var withClaim = await api.RunAsync("{ pages { nodes { kind rank } } }", new Viewer { Subject = "alice", Claims = BsonDocument.Parse("""{ "dept": "x" }""") });

        Assert.Equal("""{"data":{"pages":{"nodes":[{"kind":"a","rank":1}]}}}""", withoutClaim);
        Assert.Equal(withoutClaim, withClaim);
        Assert.Equal(
            [
                """{"$and": [{"$or": [{"owner_id": "alice"}, {"$and": [{"kind": "a"}, {"rank": 1}]}]}]}""",
                """{"$and": [{"$or": [{"owner_id": "alice"}, {"$or": [{"dept": "x"}, {"$and": [{"kind": "a"}, {"rank": 1}]}]}]}]}""",
            ],
            api.Store.Commands.Select(command => command.TryGetValue("filter"u8, out var filter) ? new BsonDocument(filter.AsDocument().ToArray()).ToString() : ""));
    }
}
