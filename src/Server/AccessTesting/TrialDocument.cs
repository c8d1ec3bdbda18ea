using OwnedData.Bson;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessTesting;

/// <summary>A document of a test file, as it lies in the store.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">What the file calls it; <see cref="TrialId"/> makes its id of that.</param>
/// <param name="Stored">With `_id`.</param>
internal sealed record TrialDocument(StoredType Type, string Name, BsonDocument Stored);
