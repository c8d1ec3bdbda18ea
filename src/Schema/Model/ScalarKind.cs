namespace OwnedData.Schema.Model;

/// <summary>The scalars of a model, by their GraphQL names.</summary>
public enum ScalarKind
{
    ID,
    String,
    Int,
    Float,
    Boolean,
    Long,
    Decimal,
    DateTime,
    LocalDate,
    UUID,
    URL,
    ByteArray,
    JSON,
}
