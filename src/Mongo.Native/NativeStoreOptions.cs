namespace OwnedData.Mongo.Native;

/// <summary>Which MongoDB, and how many commands wait for it at most.</summary>
public sealed record NativeStoreOptions
{
    /// <summary>`mongodb://…` or `mongodb+srv://…` with all its options. `maxPoolSize` (100) is also the number of commands that run at once.</summary>
    public required string Uri { get; init; }

    /// <summary>The database of all collections; null for the one that the URI names.</summary>
    public string? Database { get; init; }

    /// <summary>The most commands that wait for a connection; one more is refused at once.</summary>
    public int MaximumWaiting { get; init; } = 1000;

    /// <summary>
    /// The longest `maxTimeMS` that commands have: a reply that is overdue by ten seconds is given up. Null for the driver's bound, five minutes;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for none. The URI's `socketTimeoutMS` wins.
    /// </summary>
    public TimeSpan? CommandTime { get; init; }

    /// <summary>Is told what becomes of the servers; null for nobody.</summary>
    public IDeploymentObserver? Observer { get; init; }

    /// <summary>A record would show the password.</summary>
    public override string ToString() => ConnectionString.Redact(Uri);
}
