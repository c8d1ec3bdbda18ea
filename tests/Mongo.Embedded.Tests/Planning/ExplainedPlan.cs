using System.Text.Json;

namespace OwnedData.Mongo.Embedded.Tests.Planning;

/// <summary>Reads what `explain` answers: the plan's stages as words in a row, and what was read.</summary>
internal static class ExplainedPlan
{
    internal static (string Stages, long Keys, long Documents, long Returned) Read(string explained)
    {
        var root = JsonDocument.Parse(explained).RootElement;
        var statistics = root.GetProperty("executionStats");
        return (
            Stages(root.GetProperty("queryPlanner").GetProperty("winningPlan")),
            statistics.GetProperty("totalKeysExamined").GetInt64(),
            statistics.GetProperty("totalDocsExamined").GetInt64(),
            statistics.GetProperty("nReturned").GetInt64());
    }

    private static string Stages(JsonElement plan)
    {
        var stage = plan.GetProperty("stage").GetString()!;
        if (plan.TryGetProperty("indexName", out _))
        {
            return $"{stage} {plan.GetProperty("indexName").GetString()} {plan.GetProperty("direction").GetString()}";
        }

        var inputs = plan.TryGetProperty("inputStages", out var several) ? several.EnumerateArray().Select(Stages)
            : plan.TryGetProperty("inputStage", out var one) ? [Stages(one)]
            : Enumerable.Empty<string>();
        return string.Join(' ', inputs.Prepend(stage));
    }
}
