namespace OwnedData.Schema.Access;

/// <summary>Where a rule was written, for explanations.</summary>
/// <param name="Text">The directive as the model has it, in one line.</param>
/// <param name="File">The model's file.</param>
/// <param name="Line">From 1.</param>
public sealed record RuleOrigin(string Text, string File, int Line)
{
    public override string ToString() => $"{File}:{Line} {Text}";
}
