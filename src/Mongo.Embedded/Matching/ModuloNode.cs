using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$mod`: a number that, without its fraction, leaves a remainder when divided. What is beyond 64 bits, or no number at all, matches nothing.</summary>
internal sealed class ModuloNode(FieldPath path, long divisor, long remainder) : PathNode(path)
{
    internal override bool MatchesElement(BsonValue element)
    {
        // The least number divided by -1 is beyond 64 bits, though its remainder is zero.
        return WholeNumber.Truncate(element) is { } number && (divisor == -1 ? 0 : number % divisor) == remainder;
    }
}
