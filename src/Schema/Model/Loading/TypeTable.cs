using System.Collections.Immutable;

namespace OwnedData.Schema.Model.Loading;

/// <summary>The model's types by name while it is put together: they exist before their fields, since fields refer to types.</summary>
internal sealed class TypeTable
{
    private readonly Dictionary<string, ModelType> _types;
    private readonly Dictionary<string, EnumDefinition> _enums;

    public TypeTable(Declarations declarations)
    {
        _types = declarations.Types.ToDictionary(type => type.Name, ModelType (type) => type.IsStored ? StoredTypeReader.Read(type) : Embedded(type));
        _enums = declarations.Enums.ToDictionary(one => one.Name, EnumReader.Read);
        Names = [.. _types.Keys, .. _enums.Keys, .. Enum.GetNames<ScalarKind>()];
    }

    /// <summary>Every name that a field's type can have, for suggestions.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The names of stored types, for suggestions.</summary>
    public IReadOnlyList<string> StoredNames => [.. _types.Values.OfType<StoredType>().Select(type => type.Name)];

    public ModelType Type(TypeDeclaration declaration) => _types[declaration.Name];

    public ModelType? FindType(string name) => _types.GetValueOrDefault(name);

    public EnumDefinition? FindEnum(string name) => _enums.GetValueOrDefault(name);

    public DataModel ToModel(Declarations declarations) => new(
        [.. declarations.Types.Select(Type).OfType<StoredType>()],
        [.. declarations.Types.Select(Type).OfType<EmbeddedType>()],
        [.. declarations.Enums.Select(one => _enums[one.Name])]);

    private static EmbeddedType Embedded(TypeDeclaration type) => new() { Name = type.Name, Description = type.Node.Description?.Value };
}
