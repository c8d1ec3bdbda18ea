using System.CommandLine;
using System.CommandLine.Parsing;
using OwnedData.Bson;
using OwnedData.Execution.Access.Grants;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`grants show`, `grants set` and `grants unset`: the one way to change grants that comes with the server. With the embedded store it must not run on the same data folder.</summary>
internal static class GrantsCommand
{
    public static Command Create() => new(
        "grants",
        """
        Shows and changes what the store grants a subject: permissions, roles, and values that rules name as `$grant:name`. With the embedded store stop the server first.

        Examples:
          grants set alice permissions=all:email may_email=bob@example.com may_email=carol@example.com
          grants show alice
        """)
    {
        CreateShow(), CreateSet(), CreateUnset(),
    };

    private static Command CreateShow()
    {
        var arguments = new Arguments();
        var command = new Command("show", "Prints a subject's grants, a line each, as `grants set` takes them.\n\nExample:\n  grants show alice") { arguments.Subject };
        arguments.AddOptions(command);
        command.SetAction((result, cancellationToken) => arguments.RunAsync(result, async (store, collection, subject) =>
        {
            var document = await FindAsync(store, collection, subject, cancellationToken);
            return Show(document, subject, result.InvocationConfiguration);
        }));
        return command;
    }

    private static Command CreateSet()
    {
        var arguments = new Arguments();
        var values = new Argument<KeyValuePair<string, string>[]>("name=value")
        {
            Description = "A grant: the value is a string, number, boolean or list in JSON, or else a text. The same name again makes a list.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = ReadValues,
        };
        var command = new Command(
            "set",
            """
            Sets grants of a subject; those that aren't named stay. `permissions` and `roles` are always lists and add to the token's.

            Examples:
              grants set alice permissions=all:email permissions=all:calls
              grants set alice 'may_email=["bob@example.com"]' level=3
            """)
        {
            arguments.Subject, values,
        };
        arguments.AddOptions(command);
        command.SetAction((result, cancellationToken) => arguments.RunAsync(result, async (store, collection, subject) =>
        {
            var given = (result.GetValue(values) ?? []).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
            var document = GrantDocument.Merge(await FindAsync(store, collection, subject, cancellationToken), subject, given);
            await WriteAsync(store, collection, subject, document, cancellationToken);
            return Show(document, subject, result.InvocationConfiguration);
        }));
        return command;
    }

    private static Command CreateUnset()
    {
        var arguments = new Arguments();
        var names = new Argument<string[]>("name") { Description = "The grants to remove. None: all of them.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("unset", "Removes grants of a subject.\n\nExamples:\n  grants unset alice may_email\n  grants unset alice") { arguments.Subject, names };
        arguments.AddOptions(command);
        command.SetAction((result, cancellationToken) => arguments.RunAsync(result, async (store, collection, subject) =>
        {
            var document = GrantDocument.Without(await FindAsync(store, collection, subject, cancellationToken), subject, result.GetValue(names) ?? []);
            await WriteAsync(store, collection, subject, document, cancellationToken);
            return Show(document, subject, result.InvocationConfiguration);
        }));
        return command;
    }

    private static int Show(BsonDocument? document, string subject, InvocationConfiguration streams)
    {
        if (document is not { } grants)
        {
            streams.Output.WriteLine($"{subject} has no grants.");
            return 0;
        }

        foreach (var line in GrantDocument.ToLines(grants))
        {
            streams.Output.WriteLine(line);
        }

        if (ViewerGrants.TryRead(grants, out _, out var problem))
        {
            return 0;
        }

        streams.Error.WriteLine($"None of this counts: {problem}.");
        return 1;
    }

    private static async Task<BsonDocument?> FindAsync(IMongoStore store, string collection, string subject, CancellationToken cancellationToken)
    {
        BsonDocument? found = null;
        await foreach (var batch in store.QueryAsync(new FindCommand(collection) { Filter = GrantDocument.ById(subject), Limit = 1 }, cancellationToken))
        {
            using (batch)
            {
                var offset = 0;
                found = batch.Count > 0 ? new BsonDocument(batch.Next(ref offset).Memory.ToArray()) : found;
            }
        }

        return found;
    }

    // The whole document at once: a literal name with dots in it would be a path to an operator.
    private static async Task WriteAsync(IMongoStore store, string collection, string subject, BsonDocument? document, CancellationToken cancellationToken)
    {
        ReplyCommand command = document is { } kept
            ? new UpdateCommand(collection) { Filter = GrantDocument.ById(subject), Update = kept, Upsert = true }
            : new DeleteCommand(collection) { Filter = GrantDocument.ById(subject) };
        await store.ExecuteAsync(command, cancellationToken);
    }

    private static KeyValuePair<string, string>[] ReadValues(ArgumentResult result)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var token in result.Tokens)
        {
            var separator = token.Value.IndexOf('=', StringComparison.Ordinal);
            var name = separator > 0 ? token.Value[..separator] : "";
            if (name is "" or "_id" || name[0] == '$')
            {
                result.AddError($"A grant must be name=value, the name without `$` in front and not `_id`; not `{token.Value}`.");
            }

            values.Add(new KeyValuePair<string, string>(name, token.Value[(separator + 1)..]));
        }

        return [.. values];
    }

    /// <summary>What all of them take: whose grants, and where they are.</summary>
    private sealed class Arguments
    {
        private readonly Option<string> _data = ConfigurationOptions.For(ConfigurationKeys.Data);
        private readonly Option<string> _grants = ConfigurationOptions.For(ConfigurationKeys.Grants);

        public Argument<string> Subject { get; } = new("subject") { Description = "The token's `sub`; with several issuers the issuer, a space and the `sub`." };

        public void AddOptions(Command command)
        {
            command.Options.Add(_grants);
            command.Options.Add(_data);
        }

        public async Task<int> RunAsync(ParseResult result, Func<IMongoStore, string, string, Task<int>> action)
        {
            var given = ConfigurationOptions.Read(result, (ConfigurationKeys.Data, _data), (ConfigurationKeys.Grants, _grants));
            var configuration = ServerBuilder.Create(given, result.GetValue(ConfigurationOptions.Environment)).Configuration;
            var collection = GrantSettings.ReadCollection(configuration)
                ?? throw new StartupException($"{ConfigurationKeys.Grants.Name} names no collection. Give one with --grants, and to the server, too.");
            using var opened = StoreOpening.Open(StoreSettings.Read(configuration));
            try
            {
                return await action(opened.Store, collection, result.GetRequiredValue(Subject));
            }
            catch (StoreException exception)
            {
                throw new StartupException($"The grants can't be read or written: {exception.Message}", exception);
            }
        }
    }
}
