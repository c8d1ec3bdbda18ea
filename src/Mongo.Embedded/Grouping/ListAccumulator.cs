using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>`$push` and `$addToSet`: all values that are there, the second one equal ones once, in the order they came.</summary>
internal sealed class ListAccumulator(bool isSet) : Accumulator
{
    // The list's own place for a value.
    private const int ElementBytes = 32;

    private readonly List<Operand> _values = [];
    private readonly SortedSet<byte[]> _seen = new(KeyComparer.Instance);

    internal override Operand Result => Operand.OfArray(_values);

    internal override int Add(Operand? value)
    {
        if (value is not { } operand || (isSet && !_seen.Add(KeyOf(operand))))
        {
            return 0;
        }

        _values.Add(Operand.From(operand.Value));
        return (isSet ? 2 : 1) * operand.Length + ElementBytes;
    }

    private static byte[] KeyOf(Operand value)
    {
        var key = new KeyBuffer();
        KeyEncoder.Encode(key, value.Value);
        return key.Written.ToArray();
    }
}
