namespace OwnedData.Execution.Access.Rules;

/// <summary>Which values of a viewer can be compared with a field: by the BSON type that the field is stored as.</summary>
internal enum ValueFit
{
    /// <summary>None: fields of arbitrary content.</summary>
    None,

    /// <summary>A string that is not empty.</summary>
    Text,

    /// <summary>A number of any type, but no NaN.</summary>
    Number,

    Boolean,

    /// <summary>A UUID, or its 36 characters.</summary>
    Uuid,

    /// <summary>A date.</summary>
    Date,

    /// <summary>An ObjectId, or its 24 hexadecimal digits.</summary>
    ObjectId,
}
