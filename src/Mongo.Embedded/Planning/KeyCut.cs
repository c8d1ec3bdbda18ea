namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Cuts between encoded keys: a key lies at or above a cut, or below it, by memcmp. Bounds are pairs of cuts.</summary>
internal static class KeyCut
{
    /// <summary>Below every key.</summary>
    internal static byte[] Lowest => [0x00];

    /// <summary>Above every key.</summary>
    internal static byte[] Highest => [0xFF];

    /// <summary>The cut above everything that begins with these bytes.</summary>
    internal static byte[] After(ReadOnlySpan<byte> prefix)
    {
        var end = prefix.LastIndexOfAnyExcept((byte)0xFF);
        if (end < 0)
        {
            return Highest;
        }

        var cut = prefix[..(end + 1)].ToArray();
        cut[end]++;
        return cut;
    }

    /// <summary>The same cut among descending keys, whose bytes are inverted: what began with it lies at its other side.</summary>
    internal static byte[] Invert(ReadOnlySpan<byte> cut)
    {
        var inverted = cut.ToArray();
        foreach (ref var value in inverted.AsSpan())
        {
            value = (byte)~value;
        }

        return After(inverted);
    }
}
