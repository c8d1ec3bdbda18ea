using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>A node of a parsed filter: what the planner reads and matching runs. Immutable, shared by threads; matching allocates nothing.</summary>
internal abstract class FilterNode
{
    /// <summary>What must hold together: the children of an <see cref="AndNode"/>, else the node itself.</summary>
    internal virtual IReadOnlyList<FilterNode> Conjuncts => [this];

    /// <summary>The same node with text compared by a collation: itself, where it compares none.</summary>
    internal virtual FilterNode With(Collation collation) => this;

    /// <summary>Whether the document, or the array read as a document of its indexes, matches.</summary>
    internal abstract bool Matches(ReadOnlySpan<byte> document);

    /// <summary>Whether one value matches by itself, its own elements left aside. The default <see cref="BsonValue"/> stands for a missing one.</summary>
    internal abstract bool MatchesElement(BsonValue element);
}
