using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Explain;
using OwnedData.Execution.Access.Grants;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.Mongo;
using OwnedData.Server.AccessTesting;
using OwnedData.Server.Authentication;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`access explain`: what a query of some person comes to on the real data, without a server and without a token.</summary>
internal static class AccessExplainCommand
{
    private const int MaxResponseSize = 64 * 1024 * 1024;

    // What the server gives a whole request by default.
    private static readonly TimeSpan s_grantsTime = TimeSpan.FromSeconds(30);

    private static readonly CallerTerms s_terms = new(SeesSchema: true, IsCostEnforced: false);

    public static Command Create()
    {
        var (model, data, grants) = (
            ConfigurationOptions.For(ConfigurationKeys.Model), ConfigurationOptions.For(ConfigurationKeys.Data), ConfigurationOptions.For(ConfigurationKeys.Grants));
        var persona = new Option<string>("--as") { Description = "Who asks: a file with the payload of a token as JSON. What is under `grants` counts instead of what the store grants them.", HelpName = "file", Required = true };
        var query = new Argument<string>("file") { Description = "A GraphQL document with one query." };
        var variables = new Option<string>("--variables") { Description = "The query's variables: a JSON object, or a file with one.", HelpName = "json|file" };
        var command = new Command(
            "explain",
            """
            Runs a query as some person and shows for each command what the rules put into it, which rules, and what was read. With the embedded store stop
            the server first. Whoever may run this may read the data anyway.

            Example:
              access explain --as alice.json query.graphql --variables '{ "first": 5 }' --model my-model.graphql
            """)
        {
            query, persona, variables, model, data, grants,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            ServerBuilder.Create(
                ConfigurationOptions.Read(result, (ConfigurationKeys.Model, model), (ConfigurationKeys.Data, data), (ConfigurationKeys.Grants, grants)), result.GetValue(ConfigurationOptions.Environment)).Configuration,
            result.GetRequiredValue(persona),
            result.GetRequiredValue(query),
            result.GetValue(variables),
            result.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task RunAsync(
        ConfigurationManager configuration, string persona, string query, string? variables, TextWriter output, CancellationToken cancellationToken)
    {
        var api = ApiLoading.Load(configuration[ConfigurationKeys.Model.Name] is { Length: > 0 } path ? path : null, GrantSettings.ReadCollection(configuration));
        using var json = AccessTestReader.Parse(persona);
        using var values = ReadVariables(variables);
        var viewer = Persona.Read(json.RootElement, new ViewerFactory(AuthenticationSettings.ForPersonas(configuration)), Path.GetFileName(persona));
        var plan = Accept(new OperationCompiler(api, OperationLimits.Default).Compile(Read(query), null, s_terms), query);
        if (plan.Operation != OperationKind.Query)
        {
            throw new StartupException("Only queries are explained here: a mutation would be carried out. The header GraphQL-Access explains those.");
        }

        using var opened = StoreOpening.Open(StoreSettings.Read(configuration));
        if (!Persona.HasGrants(json.RootElement))
        {
            viewer = await CompleteAsync(viewer, opened.Store, configuration, output, cancellationToken);
        }

        var binder = new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System, OperationLimits.Default);
        using var operation = Accept(binder.Bind(plan, values?.RootElement ?? default, viewer, s_terms), query);
        operation.Recorder = new AccessRecorder(api.Model);
        var executor = new OperationExecutor(new QueryFilter(opened.Store, api.Model), MaxResponseSize, exception => throw Failed(exception));
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

    // As the server reads them, and as nobody else's request has kept them.
    private static async Task<Viewer> CompleteAsync(
        Viewer viewer, IMongoStore store, ConfigurationManager configuration, TextWriter output, CancellationToken cancellationToken)
    {
        if (GrantSettings.Read(configuration, s_grantsTime) is not { } source)
        {
            return viewer;
        }

        try
        {
            return await new GrantReader(
                store,
                source with { CacheTime = TimeSpan.Zero },
                TimeProvider.System,
                (subject, problem) => output.WriteLine($"The grants of {subject} count for nothing: {problem}.")).CompleteAsync(viewer, cancellationToken);
        }
        catch (StoreException exception)
        {
            throw Failed(exception);
        }
    }

    private static T Accept<T>(Outcome<T> outcome, string query)
        where T : class => outcome.TryGetValue(out var value)
        ? value
        : throw new StartupException(string.Join('\n', outcome.Errors.Select(error => $"{Path.GetFileName(query)}: {error.Message}")));

    private static JsonDocument? ReadVariables(string? variables)
    {
        if (variables is null)
        {
            return null;
        }

        var json = variables.TrimStart().StartsWith('{') ? AccessTestReader.ParseText(variables, "--variables") : AccessTestReader.Parse(variables);
        return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new StartupException("The variables must be a JSON object, such as { \"first\": 5 }.");
    }

    private static StartupException Failed(Exception exception) => new($"The store failed: {exception.Message}", exception);

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
