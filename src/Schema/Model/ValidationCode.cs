namespace OwnedData.Schema.Model;

/// <summary>Which part of `@constraint` a value breaks. Published as the enum `ValidationErrorCode`, in capitals: `MIN_LENGTH`.</summary>
public enum ValidationCode
{
    /// <summary>Null, or left out, where a value must be.</summary>
    Required,

    MinLength,
    MaxLength,
    Pattern,
    Format,
    Min,
    Max,
    MinItems,
    MaxItems,
    UniqueItems,

    /// <summary>A value that can't be stored, such as a string with a NUL in a name or a document over MongoDB's limit.</summary>
    Invalid,
}
