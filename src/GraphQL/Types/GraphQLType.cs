namespace OwnedData.GraphQL.Types;

/// <summary>
/// A type as a field, an argument or a variable has it, §3.4: a named type, or a list or non-null of one. Immutable once its schema is built.
/// </summary>
public abstract class GraphQLType
{
    private protected GraphQLType()
    {
    }

    /// <summary>The type inside all lists and non-nulls.</summary>
    public abstract NamedType InnermostType { get; }

    /// <summary>This type, without the non-null around it.</summary>
    public GraphQLType NullableType => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>IsInputType(), §3.4.2.</summary>
    public bool IsInputType => InnermostType is ScalarType or EnumType or InputObjectType;

    /// <summary>IsOutputType(), §3.4.2.</summary>
    public bool IsOutputType => InnermostType is not InputObjectType;
}
