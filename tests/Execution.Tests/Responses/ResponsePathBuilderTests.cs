using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Tests.Responses;

public sealed class ResponsePathBuilderTests
{
    [Fact]
    public void A_path_is_what_was_pushed_and_not_popped()
    {
        var path = new ResponsePathBuilder();
        path.Push("notes");
        path.Push("dropped");
        path.Pop();
        path.Push(4);
        path.Push("title");
        var inner = path.ToPath();
        path.Truncate(1);

        Assert.Equal(["notes", 4, "title"], inner!.ToSegments());
        Assert.Equal(["notes"], path.ToPath()!.ToSegments());
    }

    [Fact]
    public void Outside_of_every_field_there_is_no_path() => Assert.Null(new ResponsePathBuilder().ToPath());

    [Fact]
    public void Paths_may_be_deep()
    {
        var path = new ResponsePathBuilder();
        for (var i = 0; i < 200; i++)
        {
            path.Push(i);
        }

        Assert.Equal(Enumerable.Range(0, 200).Cast<object>(), path.ToPath()!.ToSegments());
    }
}
