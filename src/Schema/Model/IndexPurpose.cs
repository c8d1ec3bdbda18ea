namespace OwnedData.Schema.Model;

/// <summary>What in a model asks for an index.</summary>
public enum IndexPurpose
{
    /// <summary>Lists without an order of their own, which are in that of `id`.</summary>
    DefaultOrder,

    /// <summary>A `@reference` that is read from its other side.</summary>
    Reference,

    /// <summary>`@index`: a filter or an order.</summary>
    Index,

    /// <summary>`@unique`.</summary>
    Unique,
}
