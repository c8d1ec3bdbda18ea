using System.Collections.Immutable;
using System.CommandLine;
using OwnedData.Server.AccessMatrix;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`access matrix`: types, operations, rules and scopes at a glance.</summary>
internal static class AccessMatrixCommand
{
    public static Command Create()
    {
        var model = ConfigurationOptions.For(ConfigurationKeys.Model);
        var html = new Option<FileInfo>("--html") { Description = "Writes a page for a reviewer instead of the table.", HelpName = "file" };
        var command = new Command(
            "matrix",
            "Shows for each type and operation what a viewer needs, the ways in, and what must hold as well.\n\nExamples:\n  access matrix\n  access matrix --model my-model.graphql --html access.html")
        {
            model, html,
        };
        command.SetAction(result =>
        {
            var options = ConfigurationOptions.Read(result, (ConfigurationKeys.Model, model));
            var configuration = ServerBuilder.Create(options, environment: null).Configuration;
            var types = MatrixType.Of(ApiLoading.Load(configuration[ConfigurationKeys.Model.Name] is { Length: > 0 } path ? path : null).Model);
            if (result.GetValue(html) is { } file)
            {
                WritePage(file, types, result.InvocationConfiguration.Output);
            }
            else
            {
                MatrixTable.Write(types, result.InvocationConfiguration.Output);
            }
        });
        return command;
    }

    private static void WritePage(FileInfo file, ImmutableArray<MatrixType> types, TextWriter output)
    {
        try
        {
            File.WriteAllText(file.FullName, MatrixPage.Write(types));
            output.WriteLine($"{file.Name} is written.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The page can't be written: {exception.Message}", exception);
        }
    }
}
