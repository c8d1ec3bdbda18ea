using System.Text.RegularExpressions;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Tests.Wire;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>The embedded store, over the wire, beside MongoDB's own server: both get the same commands.</summary>
internal sealed partial class ServerPair : IAsyncDisposable
{
    private readonly ReferenceServer _reference;
    private readonly OpenListener _listener;
    private readonly WireClient _embedded;

    private ServerPair(ReferenceServer reference, OpenListener listener, WireClient embedded)
    {
        _reference = reference;
        _listener = listener;
        _embedded = embedded;
    }

    internal static async Task<ServerPair> OpenAsync()
    {
        var listener = new OpenListener();
        return new ServerPair(await ReferenceServer.ConnectAsync(), listener, await listener.EnterAsync());
    }

    /// <summary>Runs commands on both and gives back both ends: replies as far as they say the same on every server, with codes instead of messages.</summary>
    internal async Task<(string Embedded, string Reference)> RunAsync(params string[] commands)
    {
        var embedded = new List<string>();
        var reference = new List<string>();
        foreach (var command in commands.Select(Parse))
        {
            embedded.Add(Describe(await _embedded.RunAsync(command, "owneddata")));
            reference.Add(Describe(await _reference.RunAsync(command)));
        }

        return (string.Join('\n', embedded), string.Join('\n', reference));
    }

    /// <summary>For indexes, which must not change what a query finds; one that cannot be made is none.</summary>
    internal Task<BsonDocument> RunOnEmbeddedAsync(string command) => _embedded.RunAsync(Parse(command), "owneddata");

    /// <summary>The lines in which they differ.</summary>
    internal static string Show(string embedded, string reference) => string.Concat(
        embedded.Split('\n').Zip(reference.Split('\n')).Where(pair => pair.First != pair.Second).Select(pair => $"embedded:  {pair.First}\nreference: {pair.Second}\n"));

    public async ValueTask DisposeAsync()
    {
        await _reference.DisposeAsync();
        _embedded.Dispose();
        await _listener.DisposeAsync();
    }

    // What every server says, in one order; messages are a server's own, and so are new ids.
    private static string Describe(BsonDocument reply)
    {
        if (reply.TryGetValue("cursor"u8, out var cursor))
        {
            new BsonDocument(cursor.Bytes.ToArray()).TryGetValue("firstBatch"u8, out var batch);
            return NewId().Replace(string.Join(", ", Elements(batch)), "(new)");
        }

        var text = ExtendedJson.Write(reply.Span, canonical: true);
        var codes = Codes().Matches(text).Select(match => match.Groups[1].Value).ToList();

        // A distinct's values have no order.
        var said = reply.TryGetValue("values"u8, out var values) ? string.Join(", ", Elements(values).Order(StringComparer.Ordinal)) : Pick(reply, "n", "nModified", "upserted", "lastErrorObject", "value");
        return NewId().Replace($"{(codes.Count == 0 ? "" : $"code {string.Join(' ', codes)} ")}{said}", "(new)");
    }

    private static List<string> Elements(BsonValue array)
    {
        var texts = new List<string>();
        var reader = new BsonReader(array.Bytes);
        while (reader.Read())
        {
            using var writer = new BsonWriter();
            writer.WriteStartDocument();
            writer.WriteValue(""u8, reader.Value);
            writer.WriteEndDocument();
            texts.Add(ExtendedJson.Write(writer.WrittenSpan, canonical: true)[5..^1]);
        }

        return texts;
    }

    [GeneratedRegex("""\"code": \{"\$numberInt": "(\d+)"\}""")]
    private static partial Regex Codes();

    [GeneratedRegex("""\{"\$oid": "[0-9a-f]{24}"\}""")]
    private static partial Regex NewId();
}
