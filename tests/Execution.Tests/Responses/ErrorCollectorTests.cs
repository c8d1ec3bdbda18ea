using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Tests.Responses;

public sealed class ErrorCollectorTests
{
    [Fact]
    public void Errors_keep_their_order()
    {
        var errors = new ErrorCollector();
        errors.Add(Error("a"));
        errors.Add(Error("b"));

        Assert.Equal(["a", "b"], errors.Errors.Select(error => error.Message));
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    [InlineData(5000, true)]
    public void Beyond_a_thousand_one_error_says_that_others_are_left_out(int count, bool isFull)
    {
        var errors = new ErrorCollector();
        for (var i = 0; i < count; i++)
        {
            errors.Add(Error($"{i}"));
        }

        Assert.Equal(isFull, errors.IsFull);
        Assert.Equal(isFull ? 1001 : 1000, errors.Errors.Count);
        Assert.Equal(
            isFull ? ("OD0402", "Further errors are left out: there are more than 1000.") : ("OD0400", "999"),
            (errors.Errors[^1].Code.Code, errors.Errors[^1].Message));
    }

    private static GraphQLError Error(string message) => new(ErrorCatalog.StoredDataInvalid, message, []);
}
