using System.Collections.Immutable;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>What stands in front of the keys of an index, so that it serves one way into a type: the tenant's paths, then what lets the viewer in.</summary>
/// <param name="Paths">Stored paths; empty where nothing about the document lets the viewer in.</param>
/// <param name="HasList">Whether one of them leads into a list. An index can't hold a second.</param>
/// <param name="Rules">The ways in that it serves.</param>
internal sealed record IndexFamily(ImmutableArray<string> Paths, bool HasList, ImmutableArray<RuleOrigin> Rules)
{
    /// <summary>Two that begin their indexes alike are one.</summary>
    public string Key => string.Join('\n', Paths);
}
