namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>Bytes that are no message of MongoDB's protocol: where the next one would begin is unknown, so the connection ends.</summary>
internal sealed class WireProtocolException(string message) : Exception(message);
