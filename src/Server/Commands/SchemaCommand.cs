using System.CommandLine;
using OwnedData.GraphQL.Types;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`schema print` and `schema check`: the published API as SDL, and whether a file still equals it.</summary>
internal static class SchemaCommand
{
    public static Command Create() => new("schema", "Shows the published API, or checks a file against it.") { CreatePrint(), CreateCheck() };

    private static Command CreatePrint()
    {
        var model = ConfigurationOptions.For(ConfigurationKeys.Model);
        var command = new Command("print", "Prints the published API as SDL.\n\nExample:\n  schema print > schema.graphql") { model };
        command.SetAction(result => result.InvocationConfiguration.Output.Write(Print(result.GetValue(model))));
        return command;
    }

    private static Command CreateCheck()
    {
        var model = ConfigurationOptions.For(ConfigurationKeys.Model);
        var file = new Argument<FileInfo>("file") { Description = "The SDL to compare with." };
        var command = new Command(
            "check",
            "Compares a file with the published API: exit code 1 and the differences when they are not equal.\n\nExample:\n  schema check schema.graphql")
        {
            file, model,
        };
        command.SetAction(result => Check(result.GetRequiredValue(file), result.GetValue(model), result.InvocationConfiguration));
        return command;
    }

    private static int Check(FileInfo file, string? model, InvocationConfiguration streams)
    {
        var differences = LineDifferences.Find(Read(file), Print(model));
        if (differences.Count == 0)
        {
            streams.Output.WriteLine($"{file.Name} equals the published API.");
            return 0;
        }

        streams.Error.WriteLine($"{file.Name} differs from the published API (- file, + published):");
        foreach (var line in differences)
        {
            streams.Error.WriteLine(line);
        }

        return 1;
    }

    private static string Print(string? model) => SchemaPrinter.Print(ApiLoading.Load(model).Schema);

    private static string Read(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The file can't be read: {exception.Message}", exception);
        }
    }
}
