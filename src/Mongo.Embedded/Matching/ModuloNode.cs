using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$mod`: a number that, without its fraction, leaves a remainder when divided. Decimals match nothing.</summary>
internal sealed class ModuloNode(FieldPath path, long divisor, long remainder) : PathNode(path)
{
    internal override bool MatchesElement(BsonValue element)
    {
        long? dividend = element.Type switch
        {
            BsonType.Int32 => element.AsInt32(),
            BsonType.Int64 => element.AsInt64(),
            BsonType.Double when Math.Abs(element.AsDouble()) < 1L << 62 => (long)element.AsDouble(),
            _ => null,
        };

        // The least number divided by -1 is beyond 64 bits, though its remainder is zero.
        return dividend is { } number && (divisor == -1 ? 0 : number % divisor) == remainder;
    }
}
