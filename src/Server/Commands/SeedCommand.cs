using System.CommandLine;
using OwnedData.Mongo;
using OwnedData.Server.Development;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`seed`: the sample users' documents as they were on the first day. The server must not run on the same data folder.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var data = ConfigurationOptions.For(ConfigurationKeys.Data);
        var command = new Command(
            "seed",
            """
            Puts the sample documents of alice, bob and carol back as they were; all others stay. Stop the server first.

            Example:
              seed --data .data
            """)
        {
            data,
        };
        command.SetAction((result, cancellationToken) =>
            SeedAsync(ConfigurationOptions.Store(result, data), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task SeedAsync(StoreSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        var model = ApiLoading.Load(null).Model;
        using var opened = StoreOpening.Open(settings);
        var store = opened.Store;
        try
        {
            await StoreIndexes.ApplyAsync(store, model, cancellationToken);
            await new SampleSeeder(store, output).ResetAsync(cancellationToken);
        }
        catch (StoreException exception)
        {
            throw new StartupException($"The sample data can't be written: {exception.Message}", exception);
        }
    }
}
