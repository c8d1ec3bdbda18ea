using System.Collections.Frozen;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access.Rules;

/// <summary>All access rules of a model, compiled once at start: the query filter sends them, writes and `can` evaluate them in memory.</summary>
internal sealed class AccessRules
{
    private readonly FrozenDictionary<string, TypeRules> _types;

    public AccessRules(DataModel model) => _types = model.StoredTypes.ToFrozenDictionary(type => type.Collection, type => new TypeRules(type));

    /// <summary>The rules of a collection's documents; throws for one that no stored type declares.</summary>
    public TypeRules Of(string collection) => _types.TryGetValue(collection, out var rules)
        ? rules
        : throw new InvalidOperationException($"The collection {collection} has no access rule; commands on it are refused.");
}
