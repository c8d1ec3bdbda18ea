using System.CommandLine;
using System.Diagnostics;
using OwnedData.Server.Development;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`serve`, which is also what the server does without a command.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command(
            "serve",
            """
            Serves the API until it is told to stop (Ctrl+C or SIGTERM); requests that run are finished.

            Examples:
              serve
              serve --urls http://localhost:8080 --data /var/lib/owneddata --model my-model.graphql
            """);
        AddTo(command);
        return command;
    }

    /// <summary>Gives a command the options and the action of `serve`.</summary>
    public static void AddTo(Command command)
    {
        var urls = ConfigurationOptions.For(ConfigurationKeys.Urls);
        var data = ConfigurationOptions.For(ConfigurationKeys.Data);
        var embeddedPort = ConfigurationOptions.For(ConfigurationKeys.EmbeddedPort);
        var model = ConfigurationOptions.For(ConfigurationKeys.Model);
        var grants = ConfigurationOptions.For(ConfigurationKeys.Grants);
        command.Options.Add(urls);
        command.Options.Add(data);
        command.Options.Add(embeddedPort);
        command.Options.Add(model);
        command.Options.Add(grants);
        command.SetAction((result, cancellationToken) => RunAsync(
            ConfigurationOptions.Read(
                result, (ConfigurationKeys.Urls, urls), (ConfigurationKeys.Data, data), (ConfigurationKeys.EmbeddedPort, embeddedPort),
                (ConfigurationKeys.Model, model), (ConfigurationKeys.Grants, grants)),
            result.GetValue(ConfigurationOptions.Environment),
            result.InvocationConfiguration.Output,
            cancellationToken));
    }

    private static async Task<int> RunAsync(Dictionary<string, string?> options, string? environment, TextWriter output, CancellationToken cancellationToken)
    {
        var stopwatch = Stopwatch.StartNew();
        await using var host = await ServerHost.StartAsync(options, environment, output, cancellationToken);
        await Welcome.WriteAsync(output, host, stopwatch.Elapsed);
        await host.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
