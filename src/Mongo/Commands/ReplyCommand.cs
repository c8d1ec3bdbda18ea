namespace OwnedData.Mongo.Commands;

/// <summary>A command whose answer is one reply document: insert, update, delete, findAndModify, createIndexes, dropIndexes, drop, explain, and those of an administrator.</summary>
public abstract class ReplyCommand(string collection) : MongoCommand(collection);
