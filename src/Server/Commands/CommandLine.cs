using System.CommandLine;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>The process's entrance: the commands and their options. Whatever is wrong is one text on the error output and exit code 1.</summary>
internal static class CommandLine
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,

            // The host handles the signals itself: it finishes requests first.
            ProcessTerminationTimeout = null,
        };
        try
        {
            var result = Create().Parse(args);
            if (result.Errors.Count == 0)
            {
                return await result.InvokeAsync(configuration);
            }

            await error.WriteLineAsync(string.Join('\n', result.Errors.Select(problem => problem.Message)));
            await error.WriteLineAsync("See --help.");
            return Failed;
        }
        catch (StartupException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return Failed;
        }
    }

    /// <summary>All commands with their options.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand(
            """
            A GraphQL API server over MongoDB in which every user sees and changes only what is theirs.
            Without a command it serves.

            Examples:
              serve --urls http://localhost:8080 --data /var/lib/owneddata
              token --sub alice --scope "read:notes write:notes"
              schema print > schema.graphql
              model check my-model.graphql
            """);
        root.Options.Add(ConfigurationOptions.Environment);
        ServeCommand.AddTo(root);
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(TokenCommand.Create());
        root.Subcommands.Add(SchemaCommand.Create());
        root.Subcommands.Add(ModelCommand.Create());
        root.Subcommands.Add(IndexesCommand.Create());
        root.Subcommands.Add(SeedCommand.Create());
        root.Subcommands.Add(GrantsCommand.Create());
        root.Subcommands.Add(AccessCommand.Create());
        return root;
    }
}
