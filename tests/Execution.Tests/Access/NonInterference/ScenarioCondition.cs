namespace OwnedData.Execution.Tests.Access.NonInterference;

/// <summary>A generated `where` of a rule with a meaning of its own, written without a look at the server's: the two must agree.</summary>
/// <param name="Text">As the model says it.</param>
/// <param name="Holds">What it says.</param>
internal sealed record ScenarioCondition(string Text, Func<ScenarioDocument, ScenarioViewer, bool> Holds)
{
    public static ScenarioCondition Random(Random random, bool isOwned, int depth = 0)
    {
        if (depth < 2 && random.Next(4) == 0)
        {
            var (left, right) = (Random(random, isOwned, depth + 1), Random(random, isOwned, depth + 1));
            return random.Next(2) == 0
                ? new($"{{ or: [{left.Text}, {right.Text}] }}", (document, viewer) => left.Holds(document, viewer) || right.Holds(document, viewer))
                : new($"{{ and: [{left.Text}, {right.Text}] }}", (document, viewer) => left.Holds(document, viewer) && right.Holds(document, viewer));
        }

        var all = isOwned ? Plain.Append(Friends) : Plain;
        return all.ElementAt(random.Next(all.Count()));
    }

    public static ScenarioCondition Tenant { get; } = new("{ org: { eq: \"$claim:org\" } }", (document, viewer) => viewer.Organisation is not null && document.Organisation == viewer.Organisation);

    private static ScenarioCondition Friends { get; } = new("{ owner_id: { in: \"$grant:friends\" } }", (document, viewer) => viewer.Friends.Contains(document.Owner));

    private static ScenarioCondition[] Plain { get; } =
    [
        new("{ readers: { some: { eq: \"$sub\" } } }", (document, viewer) => document.Readers.Contains(viewer.Subject)),
        new("{ readers: { none: { eq: \"$claim:dept\" } } }", (document, viewer) => viewer.Department is { } department && !document.Readers.Contains(department)),
        new("{ readers: { any: false } }", (document, _) => document.Readers.Length == 0),
        new("{ dept: { eq: \"$claim:dept\" } }", (document, viewer) => viewer.Department is { } department && document.Department == department),
        new("{ dept: { neq: \"$claim:dept\" } }", (document, viewer) => viewer.Department is { } department && document.Department != department),
        new("{ dept: { in: \"$claim:depts\" } }", (document, viewer) => document.Department is { } department && viewer.Departments.Contains(department)),
        new("{ dept: { nin: \"$grant:depts\" } }", (document, viewer) => viewer.GrantedDepartments.Length > 0 && !viewer.GrantedDepartments.Contains(document.Department)),
        new("{ dept: { eq: null } }", (document, _) => document.Department is null),
        new("{ rank: { gte: 2 } }", (document, _) => document.Rank >= 2),
        new("{ rank: { lte: \"$claim:level\" } }", (document, viewer) => document.Rank <= viewer.Level),
        new("{ rank: { neq: \"$claim:level\" } }", (document, viewer) => viewer.Level is not null && document.Rank != viewer.Level),
        new("{ hidden: { eq: \"x\" } }", (document, _) => document.Hidden == "x"),
        new("{ hidden: { neq: \"x\" } }", (document, _) => document.Hidden != "x"),
        new(
            "{ label: { startsWith: \"$claim:dept\" } }",
            (document, viewer) => viewer.Department is { } department && document.Label?.StartsWith(department, StringComparison.Ordinal) == true),
        new("{ parentId: { eq: null } }", (document, _) => document.Parent is null),
    ];
}
