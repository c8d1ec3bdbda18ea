namespace OwnedData.Fuzz;

/// <summary>One way into the product: makes hostile inputs for it and judges what comes back.</summary>
internal interface IFuzzTarget
{
    string Name { get; }

    /// <summary>Inputs that are run as they are before any is mutated.</summary>
    IReadOnlyList<byte[]> Corpus { get; }

    byte[] Create(Random random);

    /// <summary>Null when the answer is as promised, else what is wrong with it. An exception is wrong too.</summary>
    Task<string?> RunAsync(byte[] input, CancellationToken cancellationToken);
}
