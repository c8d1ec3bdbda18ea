using System.Text.Json;

namespace OwnedData.Execution.Tests.Access.NonInterference;

/// <summary>A generated document. All types have these fields; null is a field that is missing.</summary>
internal sealed record ScenarioDocument(
    int Number,
    string Owner,
    string Name,
    string? Label,
    string? Department,
    string? Organisation,
    string[] Readers,
    int? Rank,
    string? Secret,
    string? Hidden,
    int? Parent)
{
    public static ScenarioDocument Random(Random random, int number) => new(
        number,
        random.Next(3) switch { 0 => "alice", 1 => "bob", _ => "carol" },
        $"n{random.Next(8)}",
        random.Next(5) == 0 ? null : $"d{random.Next(3)}{random.Next(2)}",
        random.Next(4) == 0 ? null : $"d{random.Next(3)}",
        random.Next(8) == 0 ? null : $"o{random.Next(2)}",
        [.. new[] { "alice", "bob", "d0", "d1" }.Where(_ => random.Next(3) == 0)],
        random.Next(4) == 0 ? null : random.Next(5),
        random.Next(3) == 0 ? null : $"s{random.Next(3)}",
        random.Next(3) switch { 0 => null, 1 => "x", _ => "y" },
        random.Next(2) == 0 ? null : random.Next(ScenarioWorlds.Numbers));

    /// <summary>As it is stored; the owner only where the type has one.</summary>
    public string ToJson(bool isOwned)
    {
        var elements = new List<string> { $$"""
            "_id": { "$oid": "{{Number:x24}}" }
            """.Trim() };
        Add(elements, "owner_id", isOwned ? Owner : null);
        Add(elements, "name", Name);
        Add(elements, "label", Label);
        Add(elements, "dept", Department);
        Add(elements, "org", Organisation);
        Add(elements, "readers", Readers);
        Add(elements, "rank", Rank);
        Add(elements, "secret", Secret);
        Add(elements, "hidden", Hidden);
        Add(elements, "version", 1);
        if (Parent is { } parent)
        {
            elements.Add($$"""
                "parent_id": { "$oid": "{{parent:x24}}" }
                """.Trim());
        }

        return "{ " + string.Join(", ", elements) + " }";
    }

    private static void Add(List<string> elements, string name, object? value)
    {
        if (value is not null)
        {
            elements.Add($"\"{name}\": {JsonSerializer.Serialize(value)}");
        }
    }
}
