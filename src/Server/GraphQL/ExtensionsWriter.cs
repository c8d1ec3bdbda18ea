using System.Buffers;

namespace OwnedData.Server.GraphQL;

/// <summary>`extensions`, the last entry of a finished response: it is there once something is added, and each stage may add.</summary>
/// <param name="response">A whole response, a JSON object without `extensions`; it may be empty.</param>
internal sealed class ExtensionsWriter(PooledBytes response)
{
    private bool _hasEntries;

    /// <param name="name">Without quotes.</param>
    /// <param name="json">The value.</param>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        response.Truncate(response.Length - (_hasEntries ? 2 : 1));
        var isEmpty = response.Memory.Span[^1] == (byte)'{';
        response.Write(_hasEntries ? ",\""u8 : isEmpty ? "\"extensions\":{\""u8 : ",\"extensions\":{\""u8);
        response.Write(name);
        response.Write("\":"u8);
        response.Write(json);
        response.Write("}}"u8);
        _hasEntries = true;
    }
}
