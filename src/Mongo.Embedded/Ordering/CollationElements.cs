using System.Text;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>Walks a text's weights at one level, leaving out what weighs nothing there. Allocates nothing.</summary>
internal ref struct CollationElements(ReadOnlySpan<byte> utf8, int level)
{
    private ReadOnlySpan<byte> _rest = utf8;
    private CollationElement _pending;

    /// <summary>The next weight; zero at the end.</summary>
    internal int Next()
    {
        while (true)
        {
            if (_pending != default && Take(ref _pending) is > 0 and var second)
            {
                return second;
            }

            if (_rest.IsEmpty)
            {
                return 0;
            }

            Rune.DecodeFromUtf8(_rest, out var character, out var length);
            _rest = _rest[length..];
            var first = CollationTable.Of(character, out _pending);
            if (Take(ref first) is > 0 and var weight)
            {
                return weight;
            }
        }
    }

    private readonly int Take(ref CollationElement element)
    {
        var weight = level switch
        {
            1 => element.Primary,
            2 => element.Secondary,
            _ => element.Tertiary,
        };
        element = default;
        return weight;
    }
}
