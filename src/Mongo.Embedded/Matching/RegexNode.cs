using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$regex` with `$options`, or a regular expression as the value.</summary>
internal sealed class RegexNode(FieldPath path, RegexPredicate predicate) : PathNode(path)
{
    internal RegexPredicate Predicate { get; } = predicate;

    internal override bool MatchesElement(BsonValue element) => Predicate.Matches(element);
}
