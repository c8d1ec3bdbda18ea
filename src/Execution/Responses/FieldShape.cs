namespace OwnedData.Execution.Responses;

/// <summary>How a BSON value becomes JSON: a leaf, a list or an object.</summary>
/// <param name="IsNullable">False: null, missing or ill-typed makes the nearest nullable parent null, with an error (§6.4.4).</param>
internal abstract record FieldShape(bool IsNullable)
{
    /// <summary>The GraphQL type without a `!` of its own, as in `[String!]`; for messages.</summary>
    public abstract string NullableTypeReference { get; }

    /// <summary>The GraphQL type, as in `[String!]!`; for messages.</summary>
    public string TypeReference => IsNullable ? NullableTypeReference : NullableTypeReference + "!";
}
