using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Logic;

/// <summary>`$cmp $eq $ne $gt $gte $lt $lte`: MongoDB's order of all values, in which a missing one is below all but MinKey.</summary>
internal static class Comparisons
{
    internal static Function Of(Func<int, bool> isTrue) => (arguments, _) => Operand.Of(isTrue(Compare(arguments[0], arguments[1])));

    internal static Operand? Compare(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => Operand.Of(Math.Sign(Compare(arguments[0], arguments[1])));

    internal static int Compare(Operand? left, Operand? right) => BsonComparer.Compare(left is { } l ? l.Value : default, right is { } r ? r.Value : default);

    internal static bool AreEqual(Operand left, Operand right) => BsonComparer.Equals(left.Value, right.Value);
}
