using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task A_list_has_the_viewers_documents_and_nobody_elses()
    {
        using var api = await Api.CreateAsync();
        await api.InsertAsync(
            "notes",
            """{ "_id": { "$oid": "650000000000000000000001" }, "owner_id": "alice", "title": "Bread", "tags": ["home"] }""",
            """{ "_id": { "$oid": "650000000000000000000002" }, "owner_id": "bob", "title": "Boat", "tags": [] }""");

        var response = await api.RunAsync("{ notes { nodes { id title tags } totalCount pageInfo { hasNextPage hasPreviousPage } edges { node { __typename } } } }", Api.Alice);

        Assert.Equal(
            """{"data":{"notes":{"nodes":[{"id":"Tm90ZTo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE=","title":"Bread","tags":["home"]}],"totalCount":1,"pageInfo":{"hasNextPage":false,"hasPreviousPage":false},"edges":[{"node":{"__typename":"Note"}}]}}}""",
            response);
    }
}
