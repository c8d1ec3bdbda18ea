using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>An index to make.</summary>
/// <param name="Name">Its name, unique in the collection.</param>
/// <param name="Keys">Paths with 1 or -1, in order.</param>
/// <param name="IsUnique">True when no two documents may have equal keys.</param>
public sealed record IndexModel(string Name, BsonDocument Keys, bool IsUnique = false);
