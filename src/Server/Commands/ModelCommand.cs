using System.CommandLine;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`model check`: all mistakes of a model at once, without starting a server; and `model infer`.</summary>
internal static class ModelCommand
{
    public static Command Create() => new("model", "Checks a model, or drafts one.") { CreateCheck(), ModelInferCommand.Create() };

    private static Command CreateCheck()
    {
        var file = new Argument<string>("file") { Description = "The model: a file, or a folder of *.graphql." };
        var command = new Command("check", "Reports every mistake with line and column; exit code 1 when there are any.\n\nExample:\n  model check my-model.graphql")
        {
            file,
        };
        command.SetAction(result =>
        {
            var api = ApiLoading.Load(result.GetRequiredValue(file));
            result.InvocationConfiguration.Output.WriteLine($"The model is good: {string.Join(", ", api.Model.StoredTypes.Select(type => type.Name))}.");
        });
        return command;
    }
}
