namespace OwnedData.Mongo.Native.Queueing;

/// <summary>One command on its way from its caller to a thread of the queue. Both run at the same time; what they share is in here.</summary>
internal abstract class QueuedCall
{
    /// <summary>Runs on a thread of the queue, which may be blocked. Every outcome goes to the caller; nothing is thrown.</summary>
    public abstract void Run();

    /// <summary>Ends a call that didn't run and won't.</summary>
    public abstract void Refuse(StoreException reason);
}
