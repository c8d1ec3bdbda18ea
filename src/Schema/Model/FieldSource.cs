namespace OwnedData.Schema.Model;

/// <summary>Who gives a field its value on a write.</summary>
public enum FieldSource
{
    /// <summary>The client's input, else the default.</summary>
    Client,

    /// <summary>The server, once, when the document is made: `@createdAt`.</summary>
    CreatedAt,

    /// <summary>The server, at every write: `@updatedAt`.</summary>
    UpdatedAt,

    /// <summary>The server, once: the viewer's `$sub`, by `@createdBy`.</summary>
    CreatedBy,

    /// <summary>The server: 1 at first, one more with every update. Added by `@versioned`.</summary>
    Version,
}
