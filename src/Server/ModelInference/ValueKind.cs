namespace OwnedData.Server.ModelInference;

/// <summary>What a stored value is, as far as a model tells values apart.</summary>
internal enum ValueKind
{
    Text,
    Int32,
    Int64,
    Double,
    Decimal,
    Boolean,
    Date,
    ObjectId,
    Uuid,
    Bytes,
    Object,
    List,

    /// <summary>A regular expression, a timestamp, code and the like, and what is nested too deep to be looked at.</summary>
    Other,
}
