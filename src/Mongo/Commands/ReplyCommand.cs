namespace OwnedData.Mongo.Commands;

/// <summary>A command whose answer is one reply document: insert, update, delete, findAndModify, createIndexes, dropIndexes, drop, explain.</summary>
public abstract class ReplyCommand(string collection) : MongoCommand(collection);
