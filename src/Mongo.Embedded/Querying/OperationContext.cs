namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>One running command: when it must stop, and what it has read so far.</summary>
internal sealed class OperationContext(TimeProvider timeProvider, CancellationToken cancellationToken)
{
    private const int ReadsBetweenChecks = 128;

    private long? _deadline;
    private int _readsSinceCheck;

    internal TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>Index entries looked at.</summary>
    internal long KeysExamined { get; set; }

    /// <summary>Documents looked at.</summary>
    internal long DocumentsExamined { get; set; }

    /// <summary>Sets `maxTimeMS`; zero is no bound.</summary>
    internal void LimitTime(long milliseconds)
    {
        if (milliseconds > 0)
        {
            var ticks = (double)milliseconds / 1000 * TimeProvider.TimestampFrequency;
            _deadline = TimeProvider.GetTimestamp() + (long)Math.Min(ticks, long.MaxValue / 2);
        }
    }

    /// <summary>Gives back time that the command did not run, in ticks of the clock's timestamps.</summary>
    internal void ExtendTime(long ticks) => _deadline += ticks;

    /// <summary>To be called for every entry or document read: stops a cancelled command, or one beyond its time.</summary>
    internal void CountRead()
    {
        if (++_readsSinceCheck >= ReadsBetweenChecks)
        {
            _readsSinceCheck = 0;
            Check();
        }
    }

    internal void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TimeProvider.GetTimestamp() >= _deadline)
        {
            throw new StoreException(StoreErrorCode.MaxTimeMSExpired, "operation exceeded time limit");
        }
    }
}
