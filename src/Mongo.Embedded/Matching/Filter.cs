using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>A parsed query filter with MongoDB 8's semantics: the planner reads <see cref="Root"/>, and every candidate document is checked with <see cref="Matches"/>.</summary>
internal sealed class Filter
{
    private Filter(FilterNode root)
    {
        Root = root;
    }

    internal FilterNode Root { get; }

    /// <summary>Throws <see cref="StoreException"/> with MongoDB's code and text where the filter is none. Without a scope `$expr` is refused.</summary>
    internal static Filter Parse(BsonDocument filter, Scope? scope = null) => new(FilterParser.ParseDocument(filter.Span, depth: 0, scope));

    /// <summary>The same filter with text compared by a collation; null for the order of bytes.</summary>
    internal Filter With(Collation? collation) => collation is null ? this : new Filter(Root.With(collation));

    /// <summary>Whether the document matches. Allocates nothing; a regular expression that runs out of time throws <see cref="StoreException"/>.</summary>
    internal bool Matches(ReadOnlySpan<byte> document) => Root.Matches(document);
}
