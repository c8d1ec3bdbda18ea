using System.CommandLine;
using OwnedData.Server.AccessTesting;
using OwnedData.Server.Authentication;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`access test`: expectations of who may do what, tried out on a temporary store through the API's own gate.</summary>
internal static class AccessTestCommand
{
    public static Command Create()
    {
        var model = ConfigurationOptions.For(ConfigurationKeys.Model);
        var requireCoverage = new Option<bool>("--require-coverage") { Description = "Exit code 1 also when a rule is not exercised by any expectation." };
        var files = new Argument<string[]>("file") { Description = "Test files: personas, documents and expectations.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(
            "test",
            """
            Tries out who may do what, a line an expectation, and names the rules that none of them exercised. Exit code 1 when one fails.

            Example:
              access test my-model.access.json --model my-model.graphql

            A file:
              {
                "personas": { "alice": { "sub": "alice", "scope": "read:notes write:notes" } },
                "documents": { "Note": { "n1": { "owner_id": "alice" } } },
                "expect": [
                  { "as": "alice", "type": "Note", "id": "n1", "may": ["read", "update", "delete"] },
                  { "as": "anonymous", "type": "Note", "id": "n1", "mayNot": "read" },
                  { "as": "alice", "type": "Note", "create": { "title": "New" }, "expect": "allowed" }
                ]
              }
            """)
        {
            files, model, requireCoverage,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(files) ?? [],
            ConfigurationOptions.Read(result, (ConfigurationKeys.Model, model)),
            result.GetValue(requireCoverage),
            result.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, Dictionary<string, string?> options, bool requireCoverage, TextWriter output, CancellationToken cancellationToken)
    {
        var configuration = ServerBuilder.Create(options, environment: null).Configuration;
        var api = ApiLoading.Load(configuration[ConfigurationKeys.Model.Name] is { Length: > 0 } modelPath ? modelPath : null);
        var viewers = new ViewerFactory(AuthenticationSettings.ForPersonas(configuration));
        var files = paths.Select(path => (Path: path, File: AccessTestReader.Read(path, api.Model, viewers))).ToList();
        var run = new AccessTestRun(api, output, TimeProvider.System);
        foreach (var (path, file) in files)
        {
            await output.WriteLineAsync(Path.GetFileName(path));
            await run.RunAsync(file, cancellationToken);
            await output.WriteLineAsync();
        }

        var gaps = run.Coverage.Gaps;
        await output.WriteLineAsync($"{run.Passed} passed, {run.Failed} failed. Exercised: {run.Coverage.Count - gaps.Length} of {run.Coverage.Count} gates, ways in and restrictions.");
        foreach (var gap in gaps)
        {
            await output.WriteLineAsync($"gap   {gap}");
        }

        return run.Failed > 0 || (requireCoverage && gaps.Length > 0) ? 1 : 0;
    }
}
