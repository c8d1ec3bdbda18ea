namespace OwnedData.Schema.Model.Loading;

/// <summary>What the argument of a model directive takes.</summary>
internal enum ArgumentKind
{
    Text,
    TextList,
    Boolean,
    Integer,
    Number,
    Enum,
    EnumList,

    /// <summary>A literal in braces.</summary>
    Object,

    /// <summary>Any literal: the field's type says which.</summary>
    Literal,
}
