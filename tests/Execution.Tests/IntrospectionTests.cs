using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests;

public sealed class IntrospectionTests
{
    [Fact]
    public async Task A_type_is_described_through_the_same_execution()
    {
        using var api = await Api.CreateAsync();

        var response = await api.RunAsync(
            """{ kind: __type(name: "NoteStatus") { kind name enumValues { name } } none: __type(name: "Nothing") { name } }""",
            Viewer.Anonymous);

        Assert.Equal(
            """{"data":{"kind":{"kind":"ENUM","name":"NoteStatus","enumValues":[{"name":"DRAFT"},{"name":"FINAL"}]},"none":null}}""",
            response);
    }

    [Fact]
    public async Task A_null_where_an_argument_must_have_a_value_is_an_error_at_its_field()
    {
        using var api = await Api.CreateAsync();

        var response = await api.RunAsync(
            """query($all: Boolean = true) { __type(name: "PageInfo") { name fields(includeDeprecated: $all) { name } } }""",
            Viewer.Anonymous,
            """{"all":null}""");

        Assert.Equal(
            """{"errors":[{"message":"Argument \"includeDeprecated\" of non-null type \"Boolean!\" must not be null.","locations":[{"line":1,"column":63}],"path":["__type","fields"],"extensions":{"code":"HC0018"}}],"data":{"__type":{"name":"PageInfo","fields":null}}}""",
            response);
    }

    [Fact]
    public async Task The_stored_default_of_a_read_only_object_is_written_with_its_own_defaults()
    {
        using var api = await Api.CreateAsync("""
            type Box @collection(name: "boxes") @owned {
              name: String
              size: Size! @readOnly @default(value: { width: 2 })
            }
            type Size { width: Int!  height: Int! @default(value: 3)  labels: [String!]! @default(value: ["new"]) }
            """);

        var response = await api.RunAsync("""mutation { createBox(input: { name: "A" }) { box { name size { width height labels } } } }""", Api.Alice);

        Assert.Equal("""{"data":{"createBox":{"box":{"name":"A","size":{"width":2,"height":3,"labels":["new"]}}}}}""", response);
    }
}
