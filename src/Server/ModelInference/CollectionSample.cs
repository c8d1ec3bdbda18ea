namespace OwnedData.Server.ModelInference;

/// <summary>Some documents of a collection, taken together.</summary>
/// <param name="Name">The collection's.</param>
/// <param name="Documents">What they hold, `_id` included.</param>
internal sealed record CollectionSample(string Name, ObjectSample Documents);
