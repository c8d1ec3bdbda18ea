namespace OwnedData.Mongo.Commands;

/// <summary>A command whose answer is a stream of documents: find, aggregate, listIndexes, listCollections.</summary>
public abstract class QueryCommand(string collection) : MongoCommand(collection);
