namespace OwnedData.Schema.Model.Loading;

/// <summary>Where in a model a directive can stand.</summary>
[Flags]
internal enum DirectivePlace
{
    None = 0,
    StoredType = 1,
    EmbeddedType = 2,
    StoredField = 4,
    EmbeddedField = 8,
    Enum = 16,
    EnumValue = 32,
}
