using System.Collections.Immutable;

namespace OwnedData.Schema.Model;

/// <summary>A checked model: everything that model.graphql declares, with all names resolved. Only the model loader makes one.</summary>
public sealed class DataModel(
    ImmutableArray<StoredType> storedTypes,
    ImmutableArray<EmbeddedType> embeddedTypes,
    ImmutableArray<EnumDefinition> enums)
{
    /// <summary>Types with `@collection`, in the order of the model.</summary>
    public ImmutableArray<StoredType> StoredTypes { get; } = storedTypes;

    /// <summary>Types without `@collection`, in the order of the model.</summary>
    public ImmutableArray<EmbeddedType> EmbeddedTypes { get; } = embeddedTypes;

    public ImmutableArray<EnumDefinition> Enums { get; } = enums;

    /// <summary>The stored type of that name, or null.</summary>
    public StoredType? FindStoredType(string name) => StoredTypes.FirstOrDefault(type => type.Name == name);
}
