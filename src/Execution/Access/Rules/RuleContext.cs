namespace OwnedData.Execution.Access.Rules;

/// <summary>What the viewer's values in rules are bound from: who asks, and the time of the request.</summary>
internal readonly record struct RuleContext(Viewer Viewer, DateTimeOffset Now);
