using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>What object and interface types share: fields, and the interfaces they implement, §3.6 and §3.7.</summary>
public abstract class ComplexType : NamedType
{
    private FrozenDictionary<string, FieldDefinition> _fieldsByName = FrozenDictionary<string, FieldDefinition>.Empty;

    private protected ComplexType(string name, string? description, ImmutableArray<DirectiveNode> appliedDirectives)
        : base(name, description, appliedDirectives)
    {
    }

    /// <summary>In the order of declaration, extensions last.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; private set; } = [];

    /// <summary>All of them, those of the interfaces' interfaces too, as the document must list them.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; private set; } = [];

    /// <summary>The declared fields only: `__typename` and its like are found by <see cref="GraphQLSchema.TryGetField"/>.</summary>
    public bool TryGetField(string name, [MaybeNullWhen(false)] out FieldDefinition field) => _fieldsByName.TryGetValue(name, out field);

    /// <summary>Called once, by the builder: fields refer to types, so types exist before their fields.</summary>
    internal void Complete(ImmutableArray<InterfaceType> interfaces, ImmutableArray<FieldDefinition> fields)
    {
        (Interfaces, Fields) = (interfaces, fields);
        _fieldsByName = fields.ToFrozenDictionary(field => field.Name);
    }
}
