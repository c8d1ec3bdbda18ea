namespace OwnedData.Mongo.Native.Queueing;

/// <summary>
/// Between callers, who never block, and the driver, which always does: a bounded queue and the threads that serve it, one for each connection.
/// A thread starts when none is free and stays. Nothing here blocks a thread of the thread pool.
/// </summary>
internal sealed class CommandQueue(int maximumThreads, int maximumWaiting) : IDisposable
{
    // The driver's deepest calls, resolving names and TLS, stay below.
    private const int StackSize = 512 * 1024;

    private readonly object _gate = new();
    private readonly LinkedList<QueuedCall> _waiting = [];
    private int _threads;
    private int _idle;
    private bool _isClosed;

    /// <summary>The calls that no thread has taken yet.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>The threads that run a call.</summary>
    public int Running
    {
        get
        {
            lock (_gate)
            {
                return _threads - _idle;
            }
        }
    }

    /// <summary>The threads that wait for a call.</summary>
    public int Idle
    {
        get
        {
            lock (_gate)
            {
                return _idle;
            }
        }
    }

    /// <summary>Puts a call at the end; false when the queue is full.</summary>
    public bool TryAdd(QueuedCall call)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            var isThreadNeeded = _idle <= _waiting.Count;
            if (isThreadNeeded && _threads < maximumThreads)
            {
                StartThread();
            }
            else if (isThreadNeeded && _waiting.Count - _idle >= maximumWaiting)
            {
                return false;
            }

            _waiting.AddLast(call);
            Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>Takes a call out whose caller has gone; one that runs already runs on.</summary>
    public void Remove(QueuedCall call)
    {
        lock (_gate)
        {
            _waiting.Remove(call);
        }
    }

    /// <summary>Refuses what waits and lets the threads go once they have finished what they run.</summary>
    public void Dispose()
    {
        QueuedCall[] refused;
        lock (_gate)
        {
            _isClosed = true;
            refused = [.. _waiting];
            _waiting.Clear();
            Monitor.PulseAll(_gate);
        }

        foreach (var call in refused)
        {
            call.Refuse(new StoreException(StoreErrorCode.ShutdownInProgress, "The store is being closed"));
        }
    }

    private void StartThread()
    {
        // Counted as idle from the start: it takes one call as soon as it runs.
        _threads++;
        _idle++;
        new Thread(Serve, StackSize) { IsBackground = true, Name = "MongoDB" }.Start();
    }

    private void Serve()
    {
        for (var isCounted = true; Take(isCounted) is { } call; isCounted = false)
        {
            call.Run();
        }
    }

    // The next call; null once the queue is closed. Whether the thread is counted as idle already.
    private QueuedCall? Take(bool isCounted)
    {
        lock (_gate)
        {
            _idle += isCounted ? 0 : 1;
            while (_waiting.Count == 0)
            {
                if (_isClosed)
                {
                    return null;
                }

                Monitor.Wait(_gate);
            }

            var call = _waiting.First!.Value;
            _waiting.RemoveFirst();
            _idle--;
            return call;
        }
    }
}
