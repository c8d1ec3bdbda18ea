using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Execution.Access.Explain;
using OwnedData.Execution.Indexes;

namespace OwnedData.Server.GraphQL;

/// <summary>What tells a client how access was decided: `extensions.access` of the response, an entry a command.</summary>
internal static class AccessReply
{
    // Rules and commands are for people to read; the response is JSON and nothing else to a browser.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="extensions">Of the response.</param>
    /// <param name="recorder">Nothing is added for null.</param>
    public static void AddTo(ExtensionsWriter extensions, AccessRecorder? recorder)
    {
        if (recorder is null)
        {
            return;
        }

        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, s_options))
        {
            writer.WriteStartArray();
            foreach (var command in recorder.Commands)
            {
                Write(writer, command);
            }

            writer.WriteEndArray();
        }

        extensions.Add("access"u8, json.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, ExplainedCommand command)
    {
        writer.WriteStartObject();
        writer.WriteString("field", command.Path);
        writer.WriteString("operation", command.Operation.ToString().ToUpperInvariant());
        writer.WriteString("type", command.Type.Name);
        writer.WriteString("collection", command.Type.Collection);
        writer.WriteBoolean("sent", command.Command is not null);
        writer.WriteStartArray("injected");
        foreach (var injected in command.Injected)
        {
            writer.WriteRawValue(Relaxed(injected));
        }

        writer.WriteEndArray();
        writer.WritePropertyName("client");
        writer.WriteRawValue(Relaxed(command.Client));
        if (command.Command is { } sent)
        {
            writer.WritePropertyName("command");
            writer.WriteRawValue(Relaxed(sent));
        }

        WriteRules(writer, "rules", command.Rules.Where(rule => rule.Standing != RuleStanding.Never));
        WriteRules(writer, "notForThisViewer", command.Rules.Where(rule => rule.Standing == RuleStanding.Never));
        WriteStatistics(writer, command);
        writer.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter writer, string name, IEnumerable<RuleVerdict> rules)
    {
        writer.WriteStartArray(name);
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", rule.Kind.ToString().ToLowerInvariant());
            writer.WriteString("file", rule.Origin.File);
            writer.WriteNumber("line", rule.Origin.Line);
            writer.WriteString("text", rule.Origin.Text);
            writer.WriteString("standing", rule.Standing.ToString().ToLowerInvariant());
            WriteReasons(writer, rule.Reasons);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteReasons(Utf8JsonWriter writer, ImmutableArray<string> reasons)
    {
        if (reasons.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("reasons");
        foreach (var reason in reasons)
        {
            writer.WriteStringValue(reason);
        }

        writer.WriteEndArray();
    }

    private static void WriteStatistics(Utf8JsonWriter writer, ExplainedCommand command)
    {
        if (command.Statistics is not { } statistics)
        {
            return;
        }

        writer.WriteNumber("keysExamined", statistics.KeysExamined);
        writer.WriteNumber("documentsExamined", statistics.DocumentsExamined);
        writer.WriteNumber("documentsReturned", statistics.Returned);
        writer.WriteStartArray("indexes");
        foreach (var index in statistics.Indexes)
        {
            writer.WriteStringValue(index);
        }

        writer.WriteEndArray();
        if (command.Command is { } sent && IndexAdvice.Describe(command.Type, sent, statistics) is { } advice)
        {
            writer.WriteString("wouldHelp", advice);
        }
    }

    private static string Relaxed(BsonDocument document) => ExtendedJson.Write(document.Span, canonical: false);
}
