using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>An input object type, §3.10.</summary>
public sealed class InputObjectType : NamedType
{
    private FrozenDictionary<string, InputValueDefinition> _fieldsByName = FrozenDictionary<string, InputValueDefinition>.Empty;

    internal InputObjectType(string name, string? description, ImmutableArray<DirectiveNode> appliedDirectives)
        : base(name, description, appliedDirectives)
    {
        IsOneOf = appliedDirectives.Any(directive => directive.Name.Value == "oneOf");
    }

    /// <summary>Exactly one field must be given, and not be null, §3.10.1.</summary>
    public bool IsOneOf { get; }

    /// <summary>In the order of declaration, extensions last: the order of every coerced value.</summary>
    public ImmutableArray<InputValueDefinition> Fields { get; private set; } = [];

    public bool TryGetField(string name, [MaybeNullWhen(false)] out InputValueDefinition field) => _fieldsByName.TryGetValue(name, out field);

    /// <summary>Called once, by the builder: fields refer to types, so types exist before their fields.</summary>
    internal void Complete(ImmutableArray<InputValueDefinition> fields)
    {
        Fields = fields;
        _fieldsByName = fields.ToFrozenDictionary(field => field.Name);
    }
}
