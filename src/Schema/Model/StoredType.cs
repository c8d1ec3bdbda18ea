using System.Collections.Immutable;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model;

/// <summary>A type with `@collection`: its documents, who may do what with them, and how they are listed.</summary>
public sealed class StoredType : ModelType
{
    /// <summary>The MongoDB collection.</summary>
    public required string Collection { get; init; }

    /// <summary>What `_id` holds.</summary>
    public required IdKind IdKind { get; init; }

    /// <summary>The name of the list field, such as `notes`.</summary>
    public required string Plural { get; init; }

    public required TypeAccess Access { get; init; }

    public required Paging Paging { get; init; }

    /// <summary>`@versioned`: it has a field `version`, and writes can name the version that they expect.</summary>
    public bool IsVersioned { get; init; }

    /// <summary>The fields by `@inverse`, in the order of the model.</summary>
    public ImmutableArray<InverseField> Inverses { get; internal set; } = [];

    /// <summary>From `@index` and `@unique`, each already prefixed by a field that access rules ask for.</summary>
    public ImmutableArray<IndexDefinition> Indexes { get; internal set; } = [];
}
