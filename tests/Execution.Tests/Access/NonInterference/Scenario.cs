namespace OwnedData.Execution.Tests.Access.NonInterference;

/// <summary>A viewer, and the documents of a model: those that he may see or change, and the others.</summary>
internal sealed class Scenario
{
    private static readonly string[] Touching = ["READ", "UPDATE", "DELETE"];

    private readonly Random _random;

    public Scenario(Random random, ScenarioModel model)
    {
        _random = random;
        Viewer = ScenarioViewer.Random(random);
        foreach (var type in model.Types)
        {
            var documents = Enumerable.Range(0, ScenarioWorlds.Numbers).Where(_ => random.Next(4) > 0).Select(number => ScenarioDocument.Random(random, number)).ToList();
            Visible[type] = documents.FindAll(document => IsVisible(type, document));
            if (type.IsUnique)
            {
                Visible[type] = [.. Visible[type].DistinctBy(document => KeyOf(type, document))];
            }

            Invisible[type] = documents.FindAll(document => !IsVisible(type, document)).ConvertAll(document => Named(type, document));
            if (type.IsUnique)
            {
                var taken = Visible[type].Select(document => KeyOf(type, document)).ToHashSet();
                Invisible[type] = Invisible[type].FindAll(document => taken.Add(KeyOf(type, document)));
            }
        }
    }

    public ScenarioViewer Viewer { get; }

    public Dictionary<ScenarioType, List<ScenarioDocument>> Visible { get; } = [];

    public Dictionary<ScenarioType, List<ScenarioDocument>> Invisible { get; } = [];

    /// <summary>What becomes of a document that the viewer may not see: another such document, or null for none.</summary>
    public ScenarioDocument? Successor(ScenarioType type, ScenarioDocument document)
    {
        var next = Named(type, ScenarioDocument.Random(_random, document.Number));
        return IsVisible(type, next) ? null : next;
    }

    public override string ToString() =>
        $"{Viewer}\nvisible:\n{Text(Visible)}\ninvisible:\n{Text(Invisible)}";

    private bool IsVisible(ScenarioType type, ScenarioDocument document) => Touching.Any(operation => type.May(operation, document, Viewer));

    // A name is unique for each owner, also where a restrict hides a document from its own owner: of his own he may learn that.
    // Only names that no request has are given to these.
    private ScenarioDocument Named(ScenarioType type, ScenarioDocument document) =>
        type is { IsUnique: true, IsOwned: true } && document.Owner == Viewer.Subject ? document with { Name = $"z{document.Number}" } : document;

    private static string KeyOf(ScenarioType type, ScenarioDocument document) => (type.IsOwned ? document.Owner : "") + " " + document.Name;

    private static string Text(Dictionary<ScenarioType, List<ScenarioDocument>> documents) =>
        string.Join('\n', documents.SelectMany(entry => entry.Value.Select(document => $"  {entry.Key.List}: {document.ToJson(entry.Key.IsOwned)}")));
}
