using System.Text;
using System.Text.Json;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Tests.Responses;

public sealed class ErrorWriterTests
{
    private static readonly ErrorCode s_code = new("X1", 200, "A code");

    [Fact]
    public void An_error_has_message_locations_path_and_extensions_in_this_order()
    {
        var error = new GraphQLError(
            s_code,
            "It's <wrong> & \"äöü\"\n",
            [new(1, 2), new(3, 4)],
            ResponsePath.Root("notes").Field("nodes").Item(3).Field("title"),
            [new("field", "Query.notes"), new("count", 5), new("long", 1L << 40), new("ratio", 0.5), new("flag", true), new("none", null)]);

        Assert.Equal(
            """[{"message":"It's <wrong> & \"äöü\"\n","locations":[{"line":1,"column":2},{"line":3,"column":4}],"path":["notes","nodes",3,"title"]"""            + ""","extensions":{"code":"X1","field":"Query.notes","count":5,"long":1099511627776,"ratio":0.5,"flag":true,"none":null}}]""",
            Write(error));
    }

    [Fact]
    public void Empty_locations_and_no_path_are_left_out() =>
        Assert.Equal(
            """[{"message":"a","extensions":{"code":"X1"}},{"message":"b","extensions":{"code":"X1"}}]""",
            Write(new GraphQLError(s_code, "a", []), new GraphQLError(s_code, "b", default)));

    [Fact]
    public void No_errors_are_an_empty_list() => Assert.Equal("[]", Write());

    [Fact]
    public void Half_of_a_surrogate_pair_in_a_message_is_replaced()
    {
        var message = JsonDocument.Parse(Write(new GraphQLError(s_code, "a\uD800b", []))).RootElement[0].GetProperty("message").GetString();

        Assert.Equal("a\uFFFDb", message);
    }

    private static string Write(params GraphQLError[] errors)
    {
        using var buffer = new ResponseBuffer(10_000);
        ErrorWriter.Write(errors, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
