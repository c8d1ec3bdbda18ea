namespace OwnedData.Schema.Model;

/// <summary>A mistake in the model.</summary>
/// <param name="File">The name of its source.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Message">What is wrong: a sentence.</param>
/// <param name="Remedy">What to write instead: a sentence.</param>
public sealed record ModelError(string File, int Line, int Column, string Message, string Remedy)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Message} {Remedy}";
}
