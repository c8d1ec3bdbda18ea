using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Cursors;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>The client's part of a command's filter: `where` and the place that the page begins at. Empty when they say nothing.</summary>
internal sealed class ClientFilter
{
    private readonly InputObject? _where;
    private readonly StoredType _type;
    private readonly PageOrder _order;
    private readonly Viewer _viewer;

    private ClientFilter(InputObject? where, StoredType type, PageOrder order, Viewer viewer) =>
        (_where, _type, _order, _viewer) = (where, type, order, viewer);

    /// <summary>The filter of the find.</summary>
    public BsonDocument OfPage { get; private set; }

    public static Outcome<ClientFilter> Create(InputObject? where, StoredType type, PageOrder order, PageArguments page, Viewer viewer)
    {
        var filter = new ClientFilter(where, type, order, viewer);
        if (filter.Write(page, out var ofPage) is { } error)
        {
            return error;
        }

        filter.OfPage = ofPage;
        return filter;
    }

    /// <summary>The filter of the count. What was written once without an error is so again.</summary>
    public BsonDocument WriteOfAllPages()
    {
        Write(page: null, out var filter);
        return filter;
    }

    private GraphQLError? Write(PageArguments? page, out BsonDocument filter)
    {
        filter = BsonDocument.Empty;
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        var start = writer.WrittenCount;
        if (_where is not null && new FilterWriter(writer, _viewer).Write(_where, _type) is { } error)
        {
            return error;
        }

        if (page?.After is { } after)
        {
            Keyset.WriteAfter(writer, _order, after, isReversed: false);
        }

        if (page?.Before is { } before)
        {
            Keyset.WriteAfter(writer, _order, before, isReversed: true);
        }

        if (writer.WrittenCount > start)
        {
            writer.WriteEndArray();
            writer.WriteEndDocument();
            filter = writer.ToDocument();
        }

        return null;
    }
}
