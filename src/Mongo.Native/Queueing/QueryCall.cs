using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace OwnedData.Mongo.Native.Queueing;

/// <summary>
/// A command with a stream of batches: a cursor that the queue's thread reads, one batch ahead of the caller. The cursor's connection is in use until the caller
/// has read all or has left, so a caller reads on without waiting for anything else.
/// </summary>
internal sealed class QueryCall(Func<IEnumerable<DocumentBatch>> run) : QueuedCall, IDisposable
{
    private readonly Channel<DocumentBatch> _batches =
        Channel.CreateUnbounded<DocumentBatch>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = false });

    // How many batches may be read ahead: awaited by the queue's thread, which may block.
    private readonly SemaphoreSlim _room = new(1);

    public override void Run()
    {
        try
        {
            foreach (var batch in run())
            {
                _room.Wait();
                if (!_batches.Writer.TryWrite(batch))
                {
                    batch.Dispose();
                    return;
                }
            }

            _batches.Writer.TryComplete();
        }
        catch (Exception exception)
        {
            // The caller's to handle, bugs as well: on this thread it would end the process.
            _batches.Writer.TryComplete(exception);
        }
    }

    public override void Refuse(StoreException reason) => _batches.Writer.TryComplete(reason);

    /// <summary>The batches, once; each is the caller's to dispose.</summary>
    public async IAsyncEnumerable<DocumentBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in _batches.Reader.ReadAllAsync(cancellationToken))
        {
            _room.Release();
            yield return batch;
        }
    }

    /// <summary>The caller leaves: what is read ahead is given back, and the thread reads no further.</summary>
    public void Dispose()
    {
        _batches.Writer.TryComplete();
        while (_batches.Reader.TryRead(out var batch))
        {
            batch.Dispose();
        }

        _room.Release();
    }
}
