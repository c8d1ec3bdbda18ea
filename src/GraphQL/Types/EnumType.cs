using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>An enum type, §3.9. Its values are coerced to their names, as strings.</summary>
public sealed class EnumType : NamedType
{
    private readonly FrozenDictionary<string, EnumValue> _valuesByName;

    internal EnumType(string name, string? description, ImmutableArray<DirectiveNode> appliedDirectives, ImmutableArray<EnumValue> values)
        : base(name, description, appliedDirectives)
    {
        Values = values;
        _valuesByName = values.ToFrozenDictionary(value => value.Name);
    }

    /// <summary>In the order of declaration, extensions last.</summary>
    public ImmutableArray<EnumValue> Values { get; }

    public bool TryGetValue(string name, [MaybeNullWhen(false)] out EnumValue value) => _valuesByName.TryGetValue(name, out value);
}
