using OwnedData.Bson;
using OwnedData.Execution.Access.Grants;

namespace OwnedData.Execution.Tests.Access.Grants;

public sealed class GrantCacheTests
{
    [Fact]
    public void The_subjects_that_were_not_asked_for_the_longest_make_room()
    {
        var cache = new GrantCache(capacity: 2, maximumBytes: 1000);

        Assert.True(IsNew(cache, "a"));
        Assert.True(IsNew(cache, "b"));
        Assert.False(IsNew(cache, "a"));
        Assert.True(IsNew(cache, "c"));

        Assert.Equal(2, cache.Count);
        Assert.False(IsNew(cache, "a"));
        Assert.True(IsNew(cache, "b"));
    }

    [Fact]
    public void Large_documents_make_room_as_many_small_ones_do()
    {
        var cache = new GrantCache(capacity: 10, maximumBytes: 250);

        Complete(cache, "a", length: 100);
        Complete(cache, "b", length: 100);
        Assert.Equal(2, cache.Count);
        Complete(cache, "c", length: 100);

        Assert.Equal(2, cache.Count);
        Assert.True(IsNew(cache, "a"));
    }

    [Fact]
    public void What_is_larger_than_all_there_is_is_not_kept()
    {
        var cache = new GrantCache(capacity: 10, maximumBytes: 250);

        Complete(cache, "a", length: 300);

        Assert.Equal(0, cache.Count);
        Complete(cache, "b", length: 100);
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void A_read_that_made_room_for_another_leaves_that_one_alone()
    {
        var cache = new GrantCache(capacity: 1, maximumBytes: 1000);
        var slow = cache.Join("a", startedAt: 1, goodFrom: 0, out _);
        var replaced = cache.Join("a", startedAt: 5, goodFrom: 2, out var isNew);

        cache.Complete(slow, Task.FromException<ViewerGrants>(new InvalidOperationException()));

        Assert.True(isNew);
        Assert.Same(replaced, cache.Join("a", startedAt: 6, goodFrom: 2, out _));
        Assert.NotNull(slow.Answer.Exception);
    }

    private static bool IsNew(GrantCache cache, string owner)
    {
        cache.Join(owner, startedAt: 1, goodFrom: 0, out var isNew);
        return isNew;
    }

    private static void Complete(GrantCache cache, string owner, int length)
    {
        // `{ "x": "…" }` is 13 bytes and the text.
        Assert.True(ViewerGrants.TryRead(BsonDocument.Parse($$"""{ "x": "{{new string('x', length - 13)}}" }"""), out var grants, out _));
        Assert.Equal(length, grants.Length);
        cache.Complete(cache.Join(owner, startedAt: 1, goodFrom: 0, out _), Task.FromResult(grants));
    }
}
