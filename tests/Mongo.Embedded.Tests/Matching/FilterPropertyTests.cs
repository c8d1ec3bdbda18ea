using FsCheck;
using FsCheck.Fluent;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Tests.Matching;

public sealed class FilterPropertyTests
{
    [Fact]
    public void Not_in_is_the_opposite_of_in() => Check(random =>
    {
        var (path, operands) = (random.Path(), $"[{random.Operand()}, {random.Operand()}]");
        return AreOpposite($"{{\"{path}\": {{\"$in\": {operands}}}}}", $"{{\"{path}\": {{\"$nin\": {operands}}}}}", random.Document());
    });

    [Fact]
    public void Not_equal_is_the_opposite_of_equal() => Check(random =>
    {
        var (path, operand) = (random.Path(), random.Operand());
        return AreOpposite($"{{\"{path}\": {{\"$eq\": {operand}}}}}", $"{{\"{path}\": {{\"$ne\": {operand}}}}}", random.Document());
    });

    [Fact]
    public void Equality_is_membership_in_a_list_of_one() => Check(random =>
    {
        var (path, operand, document) = (random.Path(), random.Operand(), random.Document());
        return Matches($"{{\"{path}\": {{\"$eq\": {operand}}}}}", document) == Matches($"{{\"{path}\": {{\"$in\": [{operand}]}}}}", document);
    });

    [Fact]
    public void Nor_is_the_opposite_of_or_and_means_none_of_them() => Check(random =>
    {
        var (left, right, document) = (random.Filter(), random.Filter(), random.Document());
        return AreOpposite($"{{\"$or\": [{left}, {right}]}}", $"{{\"$nor\": [{left}, {right}]}}", document)
            && Matches($"{{\"$nor\": [{left}, {right}]}}", document) == Matches($"{{\"$and\": [{{\"$nor\": [{left}]}}, {{\"$nor\": [{right}]}}]}}", document);
    });

    [Fact]
    public void And_and_or_mean_both_and_any() => Check(random =>
    {
        var (left, right, document) = (random.Filter(), random.Filter(), random.Document());
        var (matchesLeft, matchesRight) = (Matches(left, document), Matches(right, document));
        return Matches($"{{\"$and\": [{left}, {right}]}}", document) == (matchesLeft && matchesRight)
            && Matches($"{{\"$or\": [{left}, {right}]}}", document) == (matchesLeft || matchesRight);
    });

    [Fact]
    public void Whatever_the_filter_it_matches_or_is_refused_with_a_code() => Check(random =>
    {
        try
        {
            Matches(random.Hostile(), random.Document());
        }
        catch (StoreException exception)
        {
            return exception.Code is StoreErrorCode.BadValue or StoreErrorCode.TypeMismatch or StoreErrorCode.FailedToParse
                or StoreErrorCode.OptionsSetBeforeRegex or StoreErrorCode.OptionsSetAfterRegex or StoreErrorCode.InvalidRegexOption;
        }

        return true;
    });

    [Fact]
    public void Damaged_documents_are_matched_or_refused() => Check(random =>
    {
        var bytes = BsonDocument.Parse(random.Document()).Memory.ToArray();
        bytes[4 + (random.Path().Length * 7 % (bytes.Length - 4))] ^= (byte)(1 << (random.Path().Length % 8));
        try
        {
            Filter.Parse(BsonDocument.Parse(random.Filter())).Matches(bytes);
        }
        catch (BsonException)
        {
            return true;
        }

        return true;
    });

    private static void Check(Func<RandomBson, bool> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => property(new RandomBson(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static bool AreOpposite(string left, string right, string document) => Matches(left, document) != Matches(right, document);

    private static bool Matches(string filter, string document) =>
        Filter.Parse(BsonDocument.Parse(filter)).Matches(BsonDocument.Parse(document).Span);
}
