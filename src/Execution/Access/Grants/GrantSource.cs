namespace OwnedData.Execution.Access.Grants;

/// <summary>Where grants are, and how old they may be.</summary>
/// <param name="Collection">One document a subject, its `_id` the identity that owners' fields hold. No type of the model is stored there.</param>
/// <param name="CacheTime">For how long an answer is used, from the moment it was asked for; zero to ask for every request.</param>
/// <param name="MaxTime">What a read may take.</param>
public sealed record GrantSource(string Collection, TimeSpan CacheTime, TimeSpan MaxTime);
