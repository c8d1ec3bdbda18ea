using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Execution.Access.Rules;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access.Explain;

/// <summary>The query filter's account of one root field: first what it restricted, then what it sent. A field's find and count run side by side.</summary>
internal sealed class FieldTrace(string path, DataModel model)
{
    private readonly Lock _lock = new();
    private readonly List<(ExplainedCommand Explained, BsonDocument? Restricted)> _commands = [];

    public ImmutableArray<ExplainedCommand> Commands
    {
        get
        {
            lock (_lock)
            {
                return [.. _commands.Select(command => command.Explained)];
            }
        }
    }

    /// <param name="collection">Of the command to come.</param>
    /// <param name="operation">Whose rules were injected.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="client">The filter, or the new document, before.</param>
    /// <param name="restricted">The same after; null when nothing will be sent.</param>
    public void Restricted(string collection, AccessOperation operation, in RuleContext context, BsonDocument client, BsonDocument? restricted)
    {
        var type = model.StoredTypes.First(type => type.Collection == collection);
        var injected = restricted is { } after ? operation == AccessOperation.Create ? StampedIn(after, client) : InjectedIn(after, client) : [];
        var rules = RuleAnalysis.Judge(type, operation, context.Viewer, context.Now);
        lock (_lock)
        {
            _commands.Add((new ExplainedCommand(path, type, operation, client, injected, rules, Command: null, Statistics: null), restricted));
        }
    }

    /// <summary>
    /// A command leaves that carries one or several of what was restricted. Each place in it stands for one question: the same asked twice are two commands.
    /// </summary>
    public void Sent(MongoCommand command, ExplainStatistics? statistics)
    {
        var document = command.ToDocument();
        lock (_lock)
        {
            var rest = document.Span;
            for (var index = 0; index < _commands.Count; index++)
            {
                var (explained, restricted) = _commands[index];
                if (explained.Command is null && restricted is { } part && explained.Type.Collection == command.Collection && rest.IndexOf(part.Span) is var place and >= 0)
                {
                    _commands[index] = (explained with { Command = document, Statistics = statistics }, restricted);
                    rest = rest[(place + part.Span.Length)..];
                }
            }
        }
    }

    // `{ $and: [ injected…, client ] }`, without the client's when that is empty; the client's alone when nothing was injected.
    private static ImmutableArray<BsonDocument> InjectedIn(BsonDocument restricted, BsonDocument client)
    {
        if (restricted == client || !restricted.TryGetValue("$and"u8, out var members))
        {
            return [];
        }

        var injected = new List<BsonDocument>();
        var reader = new BsonReader(members.AsArray());
        while (reader.Read())
        {
            injected.Add(new BsonDocument(reader.ValueSpan.ToArray()));
        }

        return [.. client.IsEmpty ? injected : injected[..^1]];
    }

    private static ImmutableArray<BsonDocument> StampedIn(BsonDocument stamped, BsonDocument client)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var reader = new BsonReader(stamped.Span);
        while (reader.Read())
        {
            if (!client.TryGetValue(reader.NameSpan, out _))
            {
                writer.WriteValue(reader.NameSpan, reader.Value);
            }
        }

        writer.WriteEndDocument();
        return [writer.ToDocument()];
    }
}
