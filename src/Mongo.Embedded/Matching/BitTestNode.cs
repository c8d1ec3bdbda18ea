using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>
/// `$bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear`: on whole numbers of 64 bits, whose sign goes on for ever, and on binary data, which is zero beyond its end.
/// </summary>
/// <param name="path">Where the bits are.</param>
/// <param name="wantsSet">Whether ones are asked for.</param>
/// <param name="wantsAll">Whether all bits must be so; else one is enough.</param>
/// <param name="mask">Bits to look at, the lowest first.</param>
/// <param name="positions">More of them.</param>
internal sealed class BitTestNode(FieldPath path, bool wantsSet, bool wantsAll, byte[] mask, int[] positions) : PathNode(path)
{
    private const int BinaryHeader = sizeof(int) + 1;

    internal override bool MatchesElement(BsonValue element)
    {
        if (element.Type == BsonType.Binary)
        {
            return Test(element.Bytes[BinaryHeader..], beyond: 0);
        }

        if (WholeNumber.Of(element) is not { } number)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return Test(bytes, beyond: number < 0 ? byte.MaxValue : (byte)0);
    }

    private bool Test(ReadOnlySpan<byte> bytes, byte beyond)
    {
        for (var i = 0; i < mask.Length; i++)
        {
            if (IsDecided(i < bytes.Length ? bytes[i] : beyond, mask[i]))
            {
                return !wantsAll;
            }
        }

        foreach (var position in positions)
        {
            if (IsDecided(position / 8 < bytes.Length ? bytes[position / 8] : beyond, (byte)(1 << (position % 8))))
            {
                return !wantsAll;
            }
        }

        return wantsAll;
    }

    private bool IsDecided(byte value, byte bits)
    {
        var hits = (wantsSet ? value : (byte)~value) & bits;
        return wantsAll ? hits != bits : hits != 0;
    }
}
