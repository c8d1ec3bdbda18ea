using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Authorization;

/// <summary>`@authorize` on a field: null with an error where it is read, refused where it is asked for or written, and never fetched.</summary>
public sealed class FieldGateTests
{
    private const string Model =
        """
        type Person @collection(name: "people") @owned @authorize(policy: "read:people", on: [READ]) {
          name: String!
          salary: Int @authorize(policy: "read:salary", on: [READ]) @authorize(policy: "write:salary", on: [CREATE, UPDATE])
          home: Place
          homes: [Place!] @default(value: [])
        }
        type Place { city: String  alarm: String @authorize(roles: ["guard"]) }
        """;

    private const string Id = "UGVyc29uOjY1MDAwMDAwMDAwMDAwMDAwMDAwMDAwMQ==";

    private const string Refused =
        """{"message":"The current user is not authorized to access this resource.","locations":[{"line":1,"column":COLUMN}],"path":[PATH],"extensions":{"code":"AUTH_NOT_AUTHORIZED"}}""";

    private static readonly Viewer s_clerk = Api.ViewerOf("alice", "read:people");

    [Fact]
    public async Task A_field_behind_a_gate_is_null_with_an_error_and_is_not_fetched()
    {
        using var api = await CreateAsync();

        var response = await api.RunAsync("{ people { nodes { name salary } } }", s_clerk);

        Assert.Equal(
            Failed([RefusedAt(25, "\"people\",\"nodes\",0,\"salary\"")], """{"people":{"nodes":[{"name":"Ann","salary":null}]}}"""),
            response);
        Assert.Equal("""{"name": 1}""", ProjectionOf(api));
    }

    [Theory]
    [InlineData("{ people { nodes { salary } } }")]
    [InlineData("{ people { edges { node { salary } } } }")]
    [InlineData($"{{ person(id: \"{Id}\") {{ salary }} }}")]
    [InlineData($"{{ node(id: \"{Id}\") {{ ... on Person {{ salary }} }} }}")]
    [InlineData($"{{ nodes(ids: [\"{Id}\"]) {{ ... on Person {{ salary }} }} }}")]
    [InlineData($"mutation {{ updatePerson(input: {{ id: \"{Id}\", name: \"Ann\" }}) {{ person {{ salary }} }} }}")]
    [InlineData($"mutation {{ deletePerson(input: {{ id: \"{Id}\" }}) {{ person {{ salary }} }} }}")]
    public async Task No_path_reads_it_without_the_policy_and_every_path_with_it(string query)
    {
        using var api = await CreateAsync();
        using var other = await CreateAsync();

        var without = await api.RunAsync(query, s_clerk);
        var with = await other.RunAsync(query, Api.ViewerOf("alice", "read:people", "read:salary"));

        Assert.Contains("\"salary\":null", without, StringComparison.Ordinal);
        Assert.Contains("AUTH_NOT_AUTHORIZED", without, StringComparison.Ordinal);
        Assert.DoesNotContain("salary", api.Store.Commands[^1].ToString(), StringComparison.Ordinal);
        Assert.Contains("\"salary\":5000", with, StringComparison.Ordinal);
        Assert.DoesNotContain("errors", with, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_created_document_is_shown_without_it()
    {
        using var api = await CreateAsync();

        var response = await api.RunAsync("mutation { createPerson(input: { name: \"Bea\", salary: 1 }) { person { name salary } } }", Api.ViewerOf("alice", "read:people", "write:salary"));

        Assert.Equal(
            Failed([RefusedAt(76, "\"createPerson\",\"person\",\"salary\"")], """{"createPerson":{"person":{"name":"Bea","salary":null}}}"""),
            response);
    }

    [Fact]
    public async Task A_field_of_an_embedded_object_has_gates_of_its_own()
    {
        using var api = await CreateAsync();

        var response = await api.RunAsync("{ people { nodes { home { alarm } homes { city alarm } } } }", s_clerk);

        Assert.Equal(
            Failed([RefusedAt(27, "\"people\",\"nodes\",0,\"home\",\"alarm\""),RefusedAt(48, "\"people\",\"nodes\",0,\"homes\",0,\"alarm\"")], """{"people":{"nodes":[{"home":{"alarm":null},"homes":[{"city":"Bern","alarm":null}]}]}}"""),
            response);
        Assert.Equal("""{"home.__typename": 1, "homes.city": 1}""", ProjectionOf(api));
    }

    [Fact]
    public async Task A_field_that_is_skipped_is_no_error()
    {
        using var api = await CreateAsync();

        Assert.Equal(
            """{"data":{"people":{"nodes":[{"name":"Ann"}]}}}""",
            await api.RunAsync("query ($no: Boolean = false) { people { nodes { name salary @include(if: $no) } } }", s_clerk));
    }

    [Theory]
    [InlineData("{ people(where: { salary: { gt: 1 } }) { nodes { name } totalCount } }", "people", "null")]
    [InlineData("{ people(where: { salary: null }) { totalCount } }", "people", "null")]
    [InlineData("{ people(where: { or: [{ name: { eq: \"x\" } }, { and: [{ salary: { eq: 1 } }] }] }) { totalCount } }", "people", "null")]
    [InlineData("{ people(where: { home: { alarm: { eq: \"x\" } } }) { totalCount } }", "people", "null")]
    [InlineData("{ people(where: { homes: { some: { alarm: { eq: \"x\" } } } }) { totalCount } }", "people", "null")]
    [InlineData("{ people(order: [{ salary: ASC }]) { nodes { name } } }", "people", "null")]
    [InlineData("{ people(order: [{ home: { alarm: DESC } }]) { pageInfo { endCursor } } }", "people", "null")]
    [InlineData("mutation { createPerson(input: { name: \"x\", salary: 1 }) { person { name } } }", "createPerson", null)]
    [InlineData("mutation { createPerson(input: { name: \"x\", salary: null }) { person { name } } }", "createPerson", null)]
    [InlineData("mutation { createPerson(input: { name: \"x\", homes: [{ city: \"a\", alarm: \"b\" }] }) { person { name } } }", "createPerson", null)]
    [InlineData($"mutation {{ updatePerson(input: {{ id: \"{Id}\", salary: 1 }}) {{ person {{ name }} }} }}", "updatePerson", null)]
    [InlineData($"mutation {{ updatePerson(input: {{ id: \"{Id}\", home: {{ alarm: \"x\" }} }}) {{ person {{ name }} }} }}", "updatePerson", null)]
    public async Task To_ask_for_it_or_to_write_it_is_refused_as_a_whole(string query, string field, string? value)
    {
        using var api = await CreateAsync();

        var response = await api.RunAsync(query, s_clerk);

        var column = query.IndexOf(field, StringComparison.Ordinal) + 1;
        var data = value is null ? "null" : $$"""{"{{field}}":{{value}}}""";
        Assert.Equal(Failed([RefusedAt(column, $"\"{field}\"")], data), response);
        Assert.Empty(api.Store.Commands);
    }

    private static string RefusedAt(int column, string path) =>
        Refused.Replace("COLUMN", column.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("PATH", path, StringComparison.Ordinal);

    private static string Failed(string[] errors, string data) => $$"""{"errors":[{{string.Join(',', errors)}}],"data":{{data}}}""";

    private static string ProjectionOf(Api api)
    {
        var command = Assert.Single(api.Store.Commands);
        Assert.True(command.TryGetValue("projection"u8, out var projection));
        return new Bson.BsonDocument(projection.AsDocument().ToArray()).ToString();
    }

    private static async Task<Api> CreateAsync()
    {
        var api = await Api.CreateAsync(Model);
        await api.InsertAsync(
            "people",
            """{ "_id": { "$oid": "650000000000000000000001" }, "owner_id": "alice", "name": "Ann", "salary": 5000, "home": { "city": "Bern", "alarm": "1234" }, "homes": [{ "city": "Bern", "alarm": "1234" }] }""");
        return api;
    }
}
