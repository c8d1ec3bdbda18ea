namespace OwnedData.Server.Startup;

/// <summary>What the start does about indexes that the model needs and the store lacks.</summary>
internal enum IndexMode
{
    /// <summary>Makes them.</summary>
    Apply,

    /// <summary>Refuses to start and names them.</summary>
    Check,

    /// <summary>Nothing.</summary>
    Ignore,
}
