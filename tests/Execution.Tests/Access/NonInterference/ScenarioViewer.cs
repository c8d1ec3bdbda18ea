using System.Collections.Frozen;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Execution.Access;

namespace OwnedData.Execution.Tests.Access.NonInterference;

/// <summary>Who asks in a scenario: what a rule may use of the claims and grants, and the claims as the token has them, some of no use.</summary>
internal sealed record ScenarioViewer
{
    /// <summary>Null for the anonymous.</summary>
    public required string? Subject { get; init; }

    public required string? Department { get; init; }

    public required string[] Departments { get; init; }

    public required int? Level { get; init; }

    public required string? Organisation { get; init; }

    public required string[] Friends { get; init; }

    public required string[] GrantedDepartments { get; init; }

    public required FrozenSet<string> Policies { get; init; }

    public required bool IsEditor { get; init; }

    private string Claims { get; init; } = "{}";

    private string Grants { get; init; } = "{}";

    public static ScenarioViewer Random(Random random)
    {
        if (random.Next(15) == 0)
        {
            return new ScenarioViewer
            {
                Subject = null, Department = null, Departments = [], Level = null, Organisation = null, Friends = [], GrantedDepartments = [], Policies = [], IsEditor = false,
            };
        }

        string? department = random.Next(4) == 0 ? null : $"d{random.Next(3)}";
        int? level = random.Next(3) == 0 ? null : random.Next(5);
        string? organisation = random.Next(5) == 0 ? null : $"o{random.Next(2)}";
        string[] departments = [.. new[] { "d0", "d1", "d2" }.Where(_ => random.Next(2) == 0)];
        string[] friends = [.. new[] { "bob", "carol" }.Where(_ => random.Next(2) == 0)];
        string[] granted = [.. new[] { "d0", "d1" }.Where(_ => random.Next(2) == 0)];
        return new ScenarioViewer
        {
            Subject = "alice",
            Department = department,
            Departments = departments,
            Level = level,
            Organisation = organisation,
            Friends = friends,
            GrantedDepartments = granted,
            Policies = new[] { "admin", "gate", "see" }.Where(_ => random.Next(2) == 0).ToFrozenSet(),
            IsEditor = random.Next(2) == 0,
            Claims = Object(
                ("dept", department is null ? Useless(random) : JsonSerializer.Serialize(department)),
                ("level", level is null ? Useless(random) : JsonSerializer.Serialize(level)),
                ("org", organisation is null ? Useless(random) : JsonSerializer.Serialize(organisation)),
                ("depts", JsonSerializer.Serialize(departments))),
            Grants = Object(("friends", JsonSerializer.Serialize(friends)), ("depts", JsonSerializer.Serialize(granted))),
        };
    }

    public Viewer ToViewer() => Subject is null ? Viewer.Anonymous : new Viewer
    {
        Subject = Subject,
        Issuer = "https://issuer.example/",
        Scopes = Policies,
        Roles = IsEditor ? ["editor"] : [],
        Claims = BsonDocument.Parse(Claims),
        Grants = BsonDocument.Parse(Grants),
    };

    public override string ToString() => $"{Subject ?? "anonymous"}, claims {Claims}, grants {Grants}, policies [{string.Join(' ', Policies)}], editor {IsEditor}";

    // Nothing of this is one text or number: under `eq` none of it ever matches.
    private static string? Useless(Random random) => random.Next(6) switch
    {
        0 => "null",
        1 => "[\"d0\", \"o0\", 2]",
        2 => "{ \"$ne\": \"x\" }",
        3 => "\"\"",
        4 => "true",
        _ => null,
    };

    private static string Object(params (string Name, string? Value)[] members) =>
        "{ " + string.Join(", ", members.Where(member => member.Value is not null).Select(member => $"\"{member.Name}\": {member.Value}")) + " }";
}
