using System.Buffers;
using System.Text;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Tests.GraphQL;

public sealed class ExtensionsWriterTests
{
    [Fact]
    public void Entries_of_several_stages_share_one_object()
    {
        using var response = new PooledBytes();
        response.Write("""{"data":{}}"""u8);
        var extensions = new ExtensionsWriter(response);

        extensions.Add("first"u8, "{\"a\":1}"u8);
        extensions.Add("second"u8, "2"u8);

        Assert.Equal("""{"data":{},"extensions":{"first":{"a":1},"second":2}}""", Encoding.UTF8.GetString(response.Memory.Span));
    }
}
