using System.Text;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Ids;

public sealed class IdKindTests
{
    [Theory]
    [InlineData("INT", "5", "5")]
    [InlineData("INT", "5", "{ \"$numberLong\": \"5\" }")]
    [InlineData("INT", "5", "{ \"$numberDouble\": \"5.0\" }")]
    [InlineData("LONG", "9007199254740993", "{ \"$numberLong\": \"9007199254740993\" }")]
    [InlineData("LONG", "5", "5")]
    [InlineData("STRING", "a:b\u00e4", "\"a:b\u00e4\"")]
    [InlineData("OBJECT_ID", "650000000000000000000001", "{ \"$oid\": \"650000000000000000000001\" }")]
    public async Task A_document_is_found_by_its_id_on_every_path_whatever_kind_it_is(string kind, string id, string stored)
    {
        using var api = await Api.CreateAsync($"type Thing @collection(name: \"things\", id: {kind}) @owned {{ text: String }}");
        await api.InsertAsync("things", $$"""{ "_id": {{stored}}, "owner_id": "alice", "text": "found" }""");
        var global = Convert.ToBase64String(Encoding.UTF8.GetBytes($"Thing:{id}"));
        const string query = """
            query ($id: ID!) {
              things { nodes { id } }
              thing(id: $id) { text }
              node(id: $id) { id ... on Thing { text } }
              nodes(ids: [$id]) { id ... on Thing { text } }
              eq: things(where: { id: { eq: $id } }) { totalCount }
            }
            """;

        var alices = await api.RunAsync(query, Api.Alice, $$"""{ "id": "{{global}}" }""");
        var bobs = await api.RunAsync(query, Api.Bob, $$"""{ "id": "{{global}}" }""");

        var found = $$"""{"id":"{{global}}","text":"found"}""";
        Assert.Equal(
            $$$$$$"""{"data":{"things":{"nodes":[{"id":"{{{{{{global}}}}}}"}]},"thing":{"text":"found"},"node":{{{{{{found}}}}}},"nodes":[{{{{{{found}}}}}}],"eq":{"totalCount":1}}}""",
            alices);
        Assert.Equal("""{"data":{"things":{"nodes":[]},"thing":null,"node":null,"nodes":[null],"eq":{"totalCount":0}}}""", bobs);
    }
}
