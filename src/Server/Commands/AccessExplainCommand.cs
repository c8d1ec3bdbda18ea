using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Explain;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.GraphQL.Language;
using OwnedData.Server.AccessTesting;
using OwnedData.Server.Authentication;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`access explain`: what a query of some person comes to on the real data, without a server and without a token.</summary>
internal static class AccessExplainCommand
{
    private const int MaxResponseSize = 64 * 1024 * 1024;

    private static readonly CallerTerms s_terms = new(SeesSchema: true, IsCostEnforced: false);

    public static Command Create()
    {
        var (model, data) = (ConfigurationOptions.For(ConfigurationKeys.Model), ConfigurationOptions.For(ConfigurationKeys.Data));
        var persona = new Option<string>("--as") { Description = "Who asks: a file with the payload of a token as JSON, and their grants under `grants`.", HelpName = "file", Required = true };
        var query = new Argument<string>("file") { Description = "A GraphQL document with one query." };
        var command = new Command(
            "explain",
            """
            Runs a query as some person and shows for each command what the rules put into it, which rules, and what was read. With the embedded store stop
            the server first. Whoever may run this may read the data anyway.

            Example:
              access explain --as alice.json query.graphql --model my-model.graphql
            """)
        {
            query, persona, model, data,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            ServerBuilder.Create(
                ConfigurationOptions.Read(result, (ConfigurationKeys.Model, model), (ConfigurationKeys.Data, data)), result.GetValue(ConfigurationOptions.Environment)).Configuration,
            result.GetRequiredValue(persona),
            result.GetRequiredValue(query),
            result.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task RunAsync(ConfigurationManager configuration, string persona, string query, TextWriter output, CancellationToken cancellationToken)
    {
        var api = ApiLoading.Load(configuration[ConfigurationKeys.Model.Name] is { Length: > 0 } path ? path : null);
        using var json = AccessTestReader.Parse(persona);
        var viewer = Persona.Read(json.RootElement, new ViewerFactory(AuthenticationSettings.ForPersonas(configuration)), Path.GetFileName(persona));
        var binder = new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System, OperationLimits.Default);
        var bound = new OperationCompiler(api, OperationLimits.Default).Compile(Read(query), null, s_terms)
            .Then(plan => plan.Operation == OperationKind.Query
                ? binder.Bind(plan, default(JsonElement), viewer, s_terms)
                : throw new StartupException("Only queries are explained here: a mutation would be carried out. The header GraphQL-Access explains those."));
        if (!bound.TryGetValue(out var operation))
        {
            throw new StartupException(string.Join('\n', bound.Errors.Select(error => $"{Path.GetFileName(query)}: {error.Message}")));
        }

        using (operation)
        {
            using var opened = StoreOpening.Open(StoreSettings.Read(configuration));
            operation.Recorder = new AccessRecorder(api.Model);
            var executor = new OperationExecutor(
                new QueryFilter(opened.Store, api.Model), MaxResponseSize, exception => throw new StartupException($"The store failed: {exception.Message}", exception));
            await executor.ExecuteAsync(operation, new ArrayBufferWriter<byte>(), cancellationToken);
            if (operation.Recorder.Commands.IsEmpty)
            {
                await output.WriteLineAsync("No command: every field is answered without the store, or stopped by a gate.");
            }

            foreach (var command in operation.Recorder.Commands)
            {
                await WriteAsync(output, command);
            }
        }
    }

    private static async Task WriteAsync(TextWriter output, ExplainedCommand command)
    {
        await output.WriteLineAsync($"{command.Path}: {command.Operation.ToString().ToUpperInvariant()} {command.Type.Name}");
        await output.WriteLineAsync(command.Command is { } sent ? $"  sent      {sent}" : "  not sent: the rules leave nothing to ask for");
        foreach (var injected in command.Injected)
        {
            await output.WriteLineAsync($"  injected  {injected}");
        }

        foreach (var rule in command.Rules)
        {
            var reasons = rule.Reasons.IsEmpty ? "" : $" ({string.Join("; ", rule.Reasons)})";
            await output.WriteLineAsync($"  {rule.Standing.ToString().ToLowerInvariant(),-8}  {rule.Origin}{reasons}");
        }

        if (command.Statistics is { } read)
        {
            await output.WriteLineAsync($"  examined  {read.DocumentsExamined} documents, {read.KeysExamined} index entries; returned {read.Returned}");
        }

        await output.WriteLineAsync();
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The query can't be read: {exception.Message}", exception);
        }
    }
}
