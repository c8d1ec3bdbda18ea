using OwnedData.Bson;

namespace OwnedData.Mongo.Native.Queueing;

/// <summary>A command with one reply: what runs on the queue's thread, and the caller's promise of it.</summary>
internal sealed class ReplyCall(Func<BsonDocument> run) : QueuedCall
{
    private readonly TaskCompletionSource<BsonDocument> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the reply, or with what running threw.</summary>
    public Task<BsonDocument> Reply => _reply.Task;

    public override void Run()
    {
        try
        {
            _reply.TrySetResult(run());
        }
        catch (Exception exception)
        {
            // The caller's to handle, bugs as well: on this thread it would end the process.
            _reply.TrySetException(exception);
        }
    }

    public override void Refuse(StoreException reason) => _reply.TrySetException(reason);
}
