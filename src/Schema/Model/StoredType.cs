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

    /// <summary>From `@index` and `@unique`, each already prefixed by the owner's field where the type is owned.</summary>
    public ImmutableArray<IndexDefinition> Indexes { get; internal set; } = [];
}
