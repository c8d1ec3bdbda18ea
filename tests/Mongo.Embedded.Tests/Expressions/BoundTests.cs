using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Tests.Expressions;

/// <summary>No expression exhausts memory or the stack, or runs on when its command must stop.</summary>
public sealed class BoundTests
{
    private const string Doubling = "{$reduce: {input: {$range: [0, 60]}, initialValue: @, in: @@}}";

    [Theory]
    [InlineData("{$range: [0, 2147483647]}")]
    [InlineData("{$range: [-2147483648, 2147483647]}")]
    [InlineData("{$size: {$range: [2147483647, -2147483648, -1]}}")]
    public void A_range_that_does_not_fit_is_refused_before_it_is_made(string expression) =>
        Assert.Equal((int)StoreErrorCode.ExceededExpressionMemory, Evaluated.Code(expression));

    [Theory]
    [InlineData("\"abcdefgh\"", "{$concat: [\"$$value\", \"$$value\"]}")]
    [InlineData("[1]", "{$concatArrays: [\"$$value\", \"$$value\"]}")]
    [InlineData("[1, 2]", "{$map: {input: \"$$value\", in: \"$$value\"}}")]
    [InlineData("\"abcdefgh\"", "{$replaceAll: {input: \"$$value\", find: \"\", replacement: \"$$value\"}}")]
    public void What_grows_without_end_is_refused(string start, string step) =>
        Assert.Equal((int)StoreErrorCode.ExceededExpressionMemory, Evaluated.Code(Doubling.Replace("@@", step, StringComparison.Ordinal).Replace("@", start, StringComparison.Ordinal)));

    [Theory]
    [InlineData("{a: \"$$value\"}")]
    [InlineData("[\"$$value\"]")]
    public void What_nests_without_end_is_refused(string step) =>
        Assert.Equal((int)StoreErrorCode.Overflow, Evaluated.Code($"{{$reduce: {{input: {{$range: [0, 100000]}}, initialValue: 0, in: {step}}}}}"));

    [Fact]
    public void An_expression_has_a_depth()
    {
        var deep = string.Concat(Enumerable.Repeat("{$not: ", 102)) + "1" + new string('}', 102);

        Assert.Equal((int)StoreErrorCode.Overflow, Evaluated.Code(deep));
    }

    [Fact]
    public void A_loop_stops_with_its_command()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var nested = "1";
        for (var i = 0; i < 5; i++)
        {
            nested = $"{{$map: {{input: {{$range: [0, 1000]}}, in: {nested}}}}}";
        }

        Assert.Throws<OperationCanceledException>(() => Evaluated.Value(nested, context: new OperationContext(TimeProvider.System, cancellation.Token)));
    }

    [Fact]
    public void A_regular_expression_that_backtracks_is_stopped() =>
        Assert.Equal(
            (int)StoreErrorCode.RegexExecutionFailed,
            Evaluated.Code($"{{$regexMatch: {{input: \"{new string('a', 40)}\", regex: \"^(?=(a+)+b)\"}}}}"));
}
