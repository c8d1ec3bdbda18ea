using OwnedData.Bson;
using OwnedData.Execution.Cursors;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>The client's part of a command's filter: `where` and the place that the page begins at. Empty when they say nothing.</summary>
internal sealed record ClientFilter(BsonDocument Document)
{
    /// <summary>With no page: the filter of the count, which is over all pages.</summary>
    public static Outcome<ClientFilter> Create(InputObject? where, StoredType type, PageOrder order, PageArguments? page)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        var start = writer.WrittenCount;
        if (where is not null && new FilterWriter(writer).Write(where, type) is { } error)
        {
            return error;
        }

        if (page?.After is { } after)
        {
            Keyset.WriteAfter(writer, order, after, isReversed: false);
        }

        if (page?.Before is { } before)
        {
            Keyset.WriteAfter(writer, order, before, isReversed: true);
        }

        if (writer.WrittenCount == start)
        {
            return new ClientFilter(BsonDocument.Empty);
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        return new ClientFilter(writer.ToDocument());
    }
}
