namespace OwnedData.Execution.Access.Rules;

/// <summary>What is known of a rule before the store is asked.</summary>
internal enum Truth
{
    /// <summary>No document can match.</summary>
    False,

    /// <summary>It is up to the document.</summary>
    Open,

    /// <summary>Every document matches.</summary>
    True,
}
