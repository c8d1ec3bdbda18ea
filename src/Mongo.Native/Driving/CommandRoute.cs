namespace OwnedData.Mongo.Native.Driving;

/// <summary>What the driver adds to a command: MongoDB says for each which concerns it takes and whether it may be sent twice.</summary>
internal enum CommandRoute
{
    /// <summary>Read concern and read preference; sent again when the connection broke.</summary>
    Read,

    /// <summary>Write concern, to the primary.</summary>
    Write,

    /// <summary>Nothing.</summary>
    Plain,
}
