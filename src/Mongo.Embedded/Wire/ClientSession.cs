namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>What is known of the other side of one connection; used by that connection's messages, one after the other.</summary>
internal sealed class ClientSession(int id)
{
    internal int Id { get; } = id;

    internal bool IsAuthenticated { get; set; }

    /// <summary>The log-in that has begun and is not done; null for none.</summary>
    internal ScramConversation? Conversation { get; set; }
}
