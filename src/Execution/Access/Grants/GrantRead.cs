namespace OwnedData.Execution.Access.Grants;

/// <summary>One question to the store for a subject's grants, which all requests of that subject wait for together.</summary>
/// <param name="owner">Whose.</param>
/// <param name="startedAt">When it was asked, as a timestamp: what it gives is at least as new as that.</param>
internal sealed class GrantRead(string owner, long startedAt)
{
    // Asynchronous, so that the thread that answers the store's question doesn't go on with somebody else's request.
    private readonly TaskCompletionSource<ViewerGrants> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Owner { get; } = owner;

    public long StartedAt { get; } = startedAt;

    public Task<ViewerGrants> Answer => _answer.Task;

    /// <summary>What the cache counts for it; 0 until it is answered.</summary>
    public int Length { get; private set; }

    /// <summary>Hands the answer, or why there is none, to all who wait.</summary>
    public void Complete(Task<ViewerGrants> finished)
    {
        Length = finished.IsCompletedSuccessfully ? finished.GetAwaiter().GetResult().Length : 0;
        _answer.SetFromTask(finished);
    }
}
