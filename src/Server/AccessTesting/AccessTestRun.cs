using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Execution.Access.Explain;
using OwnedData.Schema.Api;
using OwnedData.Schema.Model;
using OwnedData.Server.AccessMatrix;

namespace OwnedData.Server.AccessTesting;

/// <summary>Runs the expectations of test files one after the other, and tells of each in a line; of one that fails, the rules that decided.</summary>
internal sealed class AccessTestRun(ApiSchema api, TextWriter output, TimeProvider time)
{
    private readonly DateTimeOffset _now = time.GetUtcNow();

    public AccessCoverage Coverage { get; } = new(api.Model, time.GetUtcNow());

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public async Task RunAsync(AccessTestFile file, CancellationToken cancellationToken)
    {
        using var trial = await AccessTrial.CreateAsync(api, file.Documents, cancellationToken);
        foreach (var expectation in file.Expectations)
        {
            var outcome = await trial.RunAsync(expectation, cancellationToken);
            var verdicts = Judge(expectation, DocumentOf(expectation, file));
            Coverage.Add(expectation, outcome, verdicts);
            if (outcome.Meets(expectation.Outcome))
            {
                Passed++;
                await output.WriteLineAsync($"ok    {expectation}");
            }
            else
            {
                Failed++;
                await output.WriteLineAsync($"FAIL  {expectation}; it was: {outcome}");
                foreach (var line in Decisive(verdicts, outcome))
                {
                    await output.WriteLineAsync($"      {line}");
                }
            }
        }
    }

    private ImmutableArray<RuleVerdict> Judge(Expectation expectation, BsonDocument document) =>
    [
        .. RuleAnalysis.Judge(expectation.Type, expectation.Operation, expectation.Viewer, _now, document),
        .. from field in GatedField.Of(expectation.Type)
           where field.Operations.Contains(expectation.Operation)
           where expectation.Input is { } input ? field.IsGivenBy(input) : expectation.Field is { } path && field.IsReadBy(path)
           select RuleAnalysis.Judge(field.Gate, expectation.Viewer, _now),
    ];

    private BsonDocument DocumentOf(Expectation expectation, AccessTestFile file) => expectation.Document is { } name
        ? file.Documents.First(document => document.Type == expectation.Type && document.Name == name).Stored
        : RuleAnalysis.Stamp(expectation.Type, NewDocument(expectation), expectation.Viewer, _now);

    // What a create is judged on for the report. The API's own answer is what counts: it has read the input by its types.
    private static BsonDocument NewDocument(Expectation expectation)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteName("_id"u8);
        TrialId.Write(expectation.Type, "new", writer);
        foreach (var field in expectation.Type.Fields)
        {
            WriteField(writer, field, expectation.Input!.Value);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteField(BsonWriter writer, ModelField field, JsonElement input)
    {
        var name = Encoding.UTF8.GetBytes(field.StoredName);
        if (field.Type is ReferenceFieldType reference)
        {
            if (input.TryGetProperty(field.Name + "Id", out var id) && id.ValueKind == JsonValueKind.String)
            {
                writer.WriteName(name);
                TrialId.Write(reference.Target, id.GetString()!, writer);
            }
        }
        else if (input.TryGetProperty(field.Name, out var value))
        {
            var parsed = ExtendedJson.Parse($"{{\"v\":{value.GetRawText()}}}");
            parsed.TryGetValue("v"u8, out var bson);
            writer.WriteValue(name, bson);
        }
    }

    private static IEnumerable<string> Decisive(ImmutableArray<RuleVerdict> verdicts, TrialOutcome outcome)
    {
        if (outcome.Name == TrialOutcome.Allowed)
        {
            return verdicts.Where(verdict => verdict.Kind == RuleKind.Allow && verdict.Holds == true).Select(verdict => $"let in by {Describe(verdict)}");
        }

        var stopped = verdicts.Where(verdict => verdict.Kind != RuleKind.Allow && verdict.Holds == false).Select(verdict => $"stopped by {Describe(verdict)}");
        var ways = verdicts.Where(verdict => verdict.Kind == RuleKind.Allow).ToList();
        return ways.Count == 0 ? stopped.Append("no rule of the model opens this")
            : ways.Any(way => way.Holds == true) ? stopped
            : stopped.Concat(ways.Select(way => $"not let in by {Describe(way)}"));
    }

    private static string Describe(RuleVerdict verdict) =>
        $"{verdict.Origin}{(verdict.Reasons.IsEmpty ? "" : $" ({string.Join("; ", verdict.Reasons)})")}";
}
