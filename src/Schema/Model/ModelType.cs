using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OwnedData.Schema.Model;

/// <summary>An object type of the model: its fields in order. The `id` of a stored type is not among them.</summary>
public abstract class ModelType
{
    private Dictionary<string, ModelField> _fieldsByName = [];
    private Dictionary<string, ModelField> _fieldsByInputName = [];

    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>Set once by the loader, after all types are known, since types may refer to each other.</summary>
    public ImmutableArray<ModelField> Fields
    {
        get;
        internal set
        {
            field = value;
            _fieldsByName = value.ToDictionary(one => one.Name);
            _fieldsByInputName = value.DistinctBy(one => one.InputName).ToDictionary(one => one.InputName);
        }
    } = [];

    /// <summary>The field of that GraphQL name.</summary>
    public bool TryGetField(string name, [NotNullWhen(true)] out ModelField? field) => _fieldsByName.TryGetValue(name, out field);

    /// <summary>The field that an input or a filter names.</summary>
    public bool TryGetInput(string inputName, [NotNullWhen(true)] out ModelField? field) => _fieldsByInputName.TryGetValue(inputName, out field);
}
