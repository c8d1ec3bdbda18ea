using System.Globalization;

namespace OwnedData.Execution.Tests.Access.NonInterference;

/// <summary>A generated stored type: its rules, and whom they let do what.</summary>
internal sealed class ScenarioType
{
    private static readonly string[] Operations = ["READ", "CREATE", "UPDATE", "DELETE"];

    private readonly List<(string[] On, ScenarioCondition? Where, string? Policy, bool IsForEditors)> _allows = [];
    private readonly List<(string[] On, ScenarioCondition Where)> _restricts = [];
    private readonly string[] _gated = [];
    private readonly bool _isPublic;

    public ScenarioType(Random random, string name, string parent)
    {
        (Name, ParentName) = (name, parent);
        IsOwned = random.Next(3) > 0;
        _isPublic = random.Next(8) == 0;
        IsUnique = random.Next(2) == 0;
        IsVersioned = random.Next(3) == 0;
        IsSecretGated = random.Next(2) == 0;
        for (var count = random.Next(IsOwned || _isPublic ? 0 : 1, 4); count > 0; count--)
        {
            var kind = random.Next(8);
            _allows.Add((
                Some(random, Operations),
                kind == 0 ? null : ScenarioCondition.Random(random, IsOwned),
                kind == 0 || random.Next(6) == 0 ? "admin" : null,
                random.Next(8) == 0));
        }

        if (random.Next(3) == 0)
        {
            _restricts.Add((Operations, ScenarioCondition.Tenant));
        }

        if (random.Next(4) == 0)
        {
            _restricts.Add((Some(random, Operations), ScenarioCondition.Random(random, IsOwned)));
        }

        if (random.Next(6) == 0)
        {
            _gated = Some(random, Operations);
        }
    }

    public string Name { get; }

    public string ParentName { get; }

    public string Field => Name.ToLowerInvariant();

    public string List => Field + "s";

    public bool IsOwned { get; }

    public bool IsUnique { get; }

    public bool IsVersioned { get; }

    public bool IsSecretGated { get; }

    public bool IsOpen(string operation) => IsOwned || (_isPublic && operation == "READ") || _allows.Exists(allow => allow.On.Contains(operation));

    /// <summary>Gates, one way in, and everything that narrows.</summary>
    public bool May(string operation, ScenarioDocument document, ScenarioViewer viewer) =>
        (!_gated.Contains(operation) || viewer.Policies.Contains("gate"))
        && ((_isPublic && operation == "READ")
            || (viewer.Subject is { } subject
                && ((IsOwned && document.Owner == subject)
                    || _allows.Exists(allow => allow.On.Contains(operation)
                        && (allow.Policy is null || viewer.Policies.Contains(allow.Policy))
                        && (!allow.IsForEditors || viewer.IsEditor)
                        && allow.Where?.Holds(document, viewer) != false))))
        && _restricts.TrueForAll(restrict => !restrict.On.Contains(operation) || restrict.Where.Holds(document, viewer));

    /// <summary>Whether the whole type is closed to the viewer before any document is asked for.</summary>
    public bool IsGated(string operation, ScenarioViewer viewer) =>
        (_gated.Contains(operation) && !viewer.Policies.Contains("gate")) || (viewer.Subject is null && !_isPublic);

    public string Write(IEnumerable<ScenarioType> all)
    {
        var lines = new List<string> { $"type {Name} @collection(name: \"{List}\", plural: \"{List}\")" };
        Add(lines, IsOwned, "@owned");
        Add(lines, _isPublic, "@public");
        Add(lines, IsVersioned, "@versioned");
        Add(lines, _gated.Length > 0, $"@authorize(policy: \"gate\", on: [{string.Join(", ", _gated)}])");
        lines.AddRange(_allows.Select(allow => string.Create(
            CultureInfo.InvariantCulture,
            $"  @allow(on: [{string.Join(", ", allow.On)}]{(allow.Where is { } where ? $", where: {where.Text}" : "")}{(allow.Policy is { } policy ? $", policy: \"{policy}\"" : "")}{(allow.IsForEditors ? ", roles: [\"editor\"]" : "")})")));
        lines.AddRange(_restricts.Select(restrict => $"  @restrict(on: [{string.Join(", ", restrict.On)}], where: {restrict.Where.Text}, message: \"Not like this.\")"));
        lines.Add("{");
        lines.Add($"  name: String! {(IsUnique ? "@unique" : "")}");
        lines.Add("  label: String  dept: String  org: String  rank: Int  readers: [String!]! @default(value: [])");
        lines.Add($"  secret: String {(IsSecretGated ? "@authorize(policy: \"see\", on: [READ])" : "")}");
        lines.Add("  hidden: String @internal");
        lines.Add($"  parent: {ParentName} @reference");
        lines.AddRange(Children(all).Select(child => $"  {child.List}: [{child.Name}!]! @inverse(of: \"parent\")"));
        lines.Add("}");
        return string.Join('\n', lines);
    }

    public IEnumerable<ScenarioType> Children(IEnumerable<ScenarioType> all) => all.Where(type => type.ParentName == Name);

    private static void Add(List<string> lines, bool isThere, string directive)
    {
        if (isThere)
        {
            lines.Add("  " + directive);
        }
    }

    private static string[] Some(Random random, string[] operations)
    {
        var some = operations.Where(_ => random.Next(2) == 0).ToArray();
        return some.Length > 0 ? some : ["READ"];
    }
}
