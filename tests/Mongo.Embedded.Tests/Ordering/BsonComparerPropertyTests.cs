using FsCheck;
using FsCheck.Fluent;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Tests.Matching;

namespace OwnedData.Mongo.Embedded.Tests.Ordering;

public sealed class BsonComparerPropertyTests
{
    [Fact]
    public void The_order_is_total() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), IsOrdered).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static bool IsOrdered(int seed)
    {
        var random = new RandomBson(seed);
        var values = Enumerable.Range(0, 3).Select(_ => BsonDocument.Parse($"{{\"v\": {random.Value()}}}")).ToArray();
        Array.Sort(values, Compare);
        return Compare(values[0], values[0]) == 0
            && Compare(values[0], values[1]) == -Compare(values[1], values[0])
            && Compare(values[0], values[1]) <= 0 && Compare(values[1], values[2]) <= 0 && Compare(values[0], values[2]) <= 0
            && (Compare(values[0], values[1]) != 0 || Compare(values[0], values[2]) == Compare(values[1], values[2]));
    }

    private static int Compare(BsonDocument left, BsonDocument right)
    {
        left.TryGetValue("v"u8, out var leftValue);
        right.TryGetValue("v"u8, out var rightValue);
        return Math.Sign(BsonComparer.Compare(leftValue, rightValue));
    }
}
