using System.Text;
using System.Text.Json;
using OwnedData.Execution.Tests.Golden;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Authorization;

/// <summary>
/// A plan serves every value of its variables. The same request with the values written into `@include` and `@skip` has a plan for itself alone: both
/// must give the same answer.
/// </summary>
public sealed class FieldCollectorPropertyTests
{
    private const int Variables = 3;

    private static readonly Dictionary<string, string[]> s_leaves = new()
    {
        ["NoteConnection"] = ["totalCount", "__typename"],
        ["NoteEdge"] = ["cursor", "__typename"],
        ["PageInfo"] = ["hasNextPage", "endCursor"],
        ["Note"] = ["id", "title", "pinned", "k: id", "t: title", "__typename"],
        ["Place"] = ["city", "country", "c: city", "__typename"],
    };

    private static readonly Dictionary<string, (string Name, string Type)[]> s_objects = new()
    {
        ["NoteConnection"] = [("nodes", "Note"), ("edges", "NoteEdge"), ("pageInfo", "PageInfo")],
        ["NoteEdge"] = [("node", "Note")],
        ["Note"] = [("place", "Place"), ("p: place", "Place")],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_plan_under_variables_answers_as_the_plan_without_them(int seed)
    {
        var random = new Random(seed);
        using var api = await Api.CreateAsync();
        await SampleData.InsertAsync(api);
        for (var round = 0; round < 100; round++)
        {
            var body = Body(random);
            for (var bits = 0; bits < 1 << Variables; bits++)
            {
                string[] values = [.. Enumerable.Range(0, Variables).Select(number => (bits >> number & 1) == 1 ? "true" : "false")];
                var variables = $"{{{string.Join(',', values.Select((value, number) => $"\"v{number}\":{value}"))}}}";
                var literals = values.Select((value, number) => (Name: $"$v{number}", Value: value))
                    .Aggregate(body, (text, variable) => text.Replace(variable.Name, variable.Value, StringComparison.Ordinal));

                var planned = await api.RunAsync($"query ($v0: Boolean!, $v1: Boolean!, $v2: Boolean!) {body}", Api.Alice, variables);
                var folded = await api.RunAsync($"query {literals}", Api.Alice);

                Assert.True(AreEqual(planned, folded), $"{body}\n{variables}\nwith variables: {planned}\nwith literals:  {folded}");
            }
        }
    }

    // Every variable is used, and every fragment spread, in a field of its own: else the request would not be valid.
    private static string Body(Random random)
    {
        var text = new StringBuilder("{ viewer { v0: subject @include(if: $v0) v1: subject @skip(if: $v1) v2: subject @include(if: $v2) } notes(first: 2) ");
        AppendSelection(text, random, "NoteConnection", depth: 4);
        text.Append(" all: notes(first: 1) { nodes { ...Note0 ...Note1 place { ...Place0 } } } }");
        foreach (var (name, type) in ((string, string)[])[("Note0", "Note"), ("Note1", "Note"), ("Place0", "Place")])
        {
            text.Append($" fragment {name} on {type} ");
            AppendSelection(text, random, type, depth: 2, spreadable: name == "Note0" ? "Note1" : null);
        }

        return text.ToString();
    }

    private static void AppendSelection(StringBuilder text, Random random, string type, int depth, string? spreadable = "*")
    {
        text.Append("{ ");
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var objects = s_objects.GetValueOrDefault(type, []);
            var choice = random.Next(10);
            if (choice < 4 && objects.Length > 0 && depth > 0)
            {
                var (name, inner) = objects[random.Next(objects.Length)];
                text.Append(name).Append(Condition(random)).Append(' ');
                AppendSelection(text, random, inner, depth - 1, spreadable);
            }
            else if (choice == 4 && depth > 0)
            {
                text.Append("... ").Append(random.Next(2) == 0 ? $"on {type}" : "").Append(Condition(random)).Append(' ');
                AppendSelection(text, random, type, depth - 1, spreadable);
            }
            else if (choice == 5 && FragmentOn(random, type, spreadable) is { } fragment)
            {
                text.Append("...").Append(fragment).Append(Condition(random)).Append(' ');
            }
            else
            {
                text.Append(s_leaves[type][random.Next(s_leaves[type].Length)]).Append(Condition(random)).Append(' ');
            }
        }

        text.Append("} ");
    }

    private static string? FragmentOn(Random random, string type, string? spreadable) => (type, spreadable) switch
    {
        ("Note", "*") => random.Next(2) == 0 ? "Note0" : "Note1",
        ("Note", "Note1") => "Note1",
        ("Place", "*") => "Place0",
        _ => null,
    };

    private static string Condition(Random random) => random.Next(5) switch
    {
        0 => $" @include(if: $v{random.Next(Variables)})",
        1 => $" @skip(if: $v{random.Next(Variables)})",
        2 => $" @include(if: $v{random.Next(Variables)}) @skip(if: $v{random.Next(Variables)})",
        _ => "",
    };

    // The order of fields may differ where one occurrence is left out and a later one is not: objects are compared as maps.
    private static bool AreEqual(string left, string right)
    {
        using var leftDocument = JsonDocument.Parse(left);
        using var rightDocument = JsonDocument.Parse(right);
        return left.StartsWith("""{"data":""", StringComparison.Ordinal) && JsonElement.DeepEquals(leftDocument.RootElement, rightDocument.RootElement);
    }
}
