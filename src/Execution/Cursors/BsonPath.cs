using OwnedData.Bson;

namespace OwnedData.Execution.Cursors;

/// <summary>Finds the value at a dotted path through embedded documents.</summary>
internal static class BsonPath
{
    public static bool TryGetValue(ReadOnlySpan<byte> document, ReadOnlySpan<byte> path, out BsonValue value)
    {
        while (true)
        {
            var dot = path.IndexOf((byte)'.');
            var isFound = TryGetElement(document, dot < 0 ? path : path[..dot], out var element);
            value = element;
            if (!isFound || dot < 0)
            {
                return isFound;
            }

            if (element.Type != BsonType.Document)
            {
                return false;
            }

            document = element.AsDocument();
            path = path[(dot + 1)..];
        }
    }

    private static bool TryGetElement(ReadOnlySpan<byte> document, scoped ReadOnlySpan<byte> name, out BsonValue value)
    {
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual(name))
            {
                value = reader.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
