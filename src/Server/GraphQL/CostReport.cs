namespace OwnedData.Server.GraphQL;

/// <summary>What the header `GraphQL-Cost` asks for, as Hot Chocolate's clients write it.</summary>
internal enum CostReport
{
    /// <summary>Nothing, or a word that the server doesn't know.</summary>
    None,

    /// <summary>`report`: the answer, and what it cost.</summary>
    Report,

    /// <summary>`validate`: what it would cost, over the limits too, and no answer.</summary>
    Validate,
}
