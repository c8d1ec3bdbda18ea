using System.Text.Json;

namespace OwnedData.Execution.Tests.Access.NonInterference;

/// <summary>
/// Whatever the model, the documents and the viewer are: every byte of every answer is the same whether the documents exist that the viewer
/// may neither see nor change, or don't, and whether they change meanwhile. Which these are is decided by an evaluation of its own.
/// </summary>
public sealed class RandomNonInterferenceTests
{
    private const int Models = 25;
    private const int Scenarios = 20;
    private const int Requests = 8;

    // What must have happened in a run, so that sameness means something.
    private static readonly string[] Outcomes =
    [
        "\"errors\":null", "NotFoundError", "NotAllowedError", "AlreadyExistsError", "VersionConflictError", "ReferenceNotFoundError",
        "AUTH_NOT_AUTHORIZED", "AUTH_NOT_AUTHENTICATED", "\"parent\":{", "\"parent\":null", "\"hasNextPage\":true", "\"node\":null",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_answer_is_the_same_bytes_with_and_without_what_the_viewer_may_not_see(int block)
    {
        var happened = Outcomes.ToDictionary(outcome => outcome, _ => 0);
        for (var index = 0; index < Models; index++)
        {
            var seed = (block * 1000) + index;
            var random = new Random(seed);
            var model = ScenarioModel.Random(random);
            using var worlds = await ScenarioWorlds.CreateAsync(model);
            var (fields, _) = await worlds.RunAsync("{ __type(name: \"Alpha\") { fields { name } } }", Execution.Access.Viewer.Anonymous);
            var requests = new ScenarioRequests(random, model, fields.Contains("\"can\"", StringComparison.Ordinal));
            for (var number = 0; number < Scenarios; number++)
            {
                await RunAsync(seed, number, model, worlds, new Scenario(random, model), requests, random, happened);
            }
        }

        Assert.DoesNotContain(0, happened.Values);
    }

    private static async Task RunAsync(
        int seed,
        int number,
        ScenarioModel model,
        ScenarioWorlds worlds,
        Scenario scenario,
        ScenarioRequests requests,
        Random random,
        Dictionary<string, int> happened)
    {
        await worlds.StoreAsync(scenario.Visible, scenario.Invisible);
        var before = scenario.ToString();
        var viewer = scenario.Viewer.ToViewer();
        foreach (var type in model.Types.Where(type => !type.IsGated("READ", scenario.Viewer)))
        {
            var readable = scenario.Visible[type].Count(document => type.May("READ", document, scenario.Viewer));
            AssertSame($$$"""{"data":{"{{{type.List}}}":{"totalCount":{{{readable}}}""" + "}}}", (await worlds.RunAsync(requests.CountsOf(type), viewer)).Shared, requests.CountsOf(type));
        }

        string? cursor = null;
        for (var step = 0; step < Requests; step++)
        {
            var request = requests.Next(cursor);
            var (alone, shared) = await worlds.RunAsync(request, viewer);
            AssertSame(alone, shared, request);
            cursor = CursorIn(alone) ?? cursor;
            foreach (var outcome in Outcomes)
            {
                happened[outcome] += alone.Contains(outcome, StringComparison.Ordinal) ? 1 : 0;
            }

            await ChangeAsync(model, worlds, scenario, random);
        }

        void AssertSame(string alone, string shared, string request) => Assert.True(
            alone == shared,
            $"seed {seed}, scenario {number}\n{model.Text}\n{before}\n{request}\nalone:  {alone}\nshared: {shared}");
    }

    // Others are at work: two documents that the viewer may not see change or go.
    private static async Task ChangeAsync(ScenarioModel model, ScenarioWorlds worlds, Scenario scenario, Random random)
    {
        for (var count = 0; count < 2; count++)
        {
            var type = model.Types[random.Next(model.Types.Length)];
            if (scenario.Invisible[type] is { Count: > 0 } invisible)
            {
                var document = invisible[random.Next(invisible.Count)];
                await worlds.ReplaceAsync(type, document.Number, scenario.Successor(type, document));
            }
        }
    }

    private static string? CursorIn(string response)
    {
        if (!response.Contains("Cursor\":\"", StringComparison.Ordinal))
        {
            return null;
        }

        using var json = JsonDocument.Parse(response);
        return json.RootElement.GetProperty("data").EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.Object && field.Value.TryGetProperty("pageInfo", out _))
            .Select(field => field.Value.GetProperty("pageInfo").GetProperty("endCursor").GetString())
            .FirstOrDefault(text => text is not null);
    }
}
