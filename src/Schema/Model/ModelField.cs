using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model;

/// <summary>A field of a model type.</summary>
public sealed class ModelField
{
    public required string Name { get; init; }

    /// <summary>The field's name in inputs and filters: that of a reference says that it is an id there.</summary>
    public string InputName => Type is ReferenceFieldType ? Name + "Id" : Name;

    /// <summary>The element's name in the document: `@stored(as)`, else the field's name.</summary>
    public required string StoredName { get; init; }

    public required string? Description { get; init; }

    public required FieldType Type { get; init; }

    public required Constraint? Constraint { get; init; }

    /// <summary>The literal of `@default`, or null.</summary>
    public required ValueNode? Default { get; init; }

    /// <summary>Who gives the value.</summary>
    public required FieldSource Source { get; init; }

    /// <summary>False with `@readOnly` and for what the server sets.</summary>
    public required bool IsInCreateInput { get; init; }

    /// <summary>False with `@readOnly`, `@writeOnce` and for what the server sets.</summary>
    public required bool IsInUpdateInput { get; init; }

    /// <summary>`@internal`: stored and usable in rules, and nowhere in the API.</summary>
    public bool IsInternal { get; init; }

    /// <summary>`@authorize` on the field: beside those of its type.</summary>
    public ImmutableArray<Gate> Gates { get; init; } = [];
}
