using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Cursors;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>`first`, `after`, `last` and `before` of a connection, checked: how many documents, from which place, in which direction.</summary>
internal sealed class PageArguments
{
    private PageArguments(int limit, int? trimToLast, bool isReversed, BsonDocument? after, BsonDocument? before) =>
        (Limit, TrimToLast, IsReversed, After, Before) = (limit, trimToLast, isReversed, after, before);

    /// <summary>The most documents on the page when it is read; one more is asked for, to know whether there are more.</summary>
    public int Limit { get; }

    /// <summary>With both `first` and `last`: how many to keep from the end of what was read.</summary>
    public int? TrimToLast { get; }

    /// <summary>True when the page is read from the end of the order.</summary>
    public bool IsReversed { get; }

    /// <summary>The sort values behind `after`.</summary>
    public BsonDocument? After { get; }

    /// <summary>The sort values behind `before`.</summary>
    public BsonDocument? Before { get; }

    public static Outcome<PageArguments> Create(
        ArgumentValues arguments,
        Paging paging,
        PageOrder order,
        string coordinate,
        CursorSealer cursors,
        Viewer viewer)
    {
        var first = Get<int?>(arguments, "first");
        var last = Get<int?>(arguments, "last");
        if (CheckSize(first, paging, coordinate) is { } firstError)
        {
            return firstError;
        }

        if (CheckSize(last, paging, coordinate) is { } lastError)
        {
            return lastError;
        }

        BsonDocument? after = null;
        BsonDocument? before = null;
        foreach (var name in (ReadOnlySpan<string>)["after", "before"])
        {
            if (Get<string?>(arguments, name) is not { } cursor)
            {
                continue;
            }

            if (!cursors.TryOpen(cursor, order.Name, viewer, out var values))
            {
                return InvalidCursor(name, cursor);
            }

            (after, before) = name == "after" ? (values, before) : (after, values);
        }

        var isReversed = last is not null && first is null;
        return new PageArguments(first ?? last ?? paging.Default, first is null ? null : last, isReversed, after, before);
    }

    private static T? Get<T>(ArgumentValues arguments, string name) => arguments.TryGetValue(name, out var value) ? (T?)value : default;

    /// <summary>Null for a page size that the field's limits allow, and for none.</summary>
    public static GraphQLError? CheckSize(int? size, Paging paging, string coordinate)
    {
        if (size < 0)
        {
            return new GraphQLError(
                ErrorCatalog.NegativePageSize,
                "The requested number of values per page must be at least 0.",
                [],
                Extensions: [new("field", coordinate), new("requestedItems", size)]);
        }

        return size > paging.Max
            ? new GraphQLError(
                ErrorCatalog.TooManyItems,
                "The maximum allowed items per page were exceeded.",
                [],
                Extensions: [new("field", coordinate), new("requestedItems", size), new("maxAllowedItems", paging.Max)])
            : null;
    }

    private static GraphQLError InvalidCursor(string argument, string cursor) => new(
        ErrorCatalog.InvalidCursor,
        $"The cursor specified in `{argument}` has an invalid format.",
        [],
        Extensions: [new("argument", argument), new("cursor", cursor.Length <= 200 ? cursor : cursor[..200])]);
}
