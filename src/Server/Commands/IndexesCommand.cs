using System.CommandLine;
using OwnedData.Mongo;
using OwnedData.Mongo.Native;
using OwnedData.Schema.Model;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`indexes plan`, `indexes apply` and `indexes check`: the indexes that a model needs, and those that the store has.</summary>
internal static class IndexesCommand
{
    public static Command Create() => new("indexes", "Shows the indexes that a model needs, makes them, and checks them.") { CreatePlan(), CreateApply(), CreateCheck() };

    private static Command CreatePlan()
    {
        var model = ConfigurationOptions.For(ConfigurationKeys.Model);
        var command = new Command(
            "plan",
            "Prints each index that the model needs, what asks for it, and the rules whose documents it finds. Needs no store.\n\nExample:\n  indexes plan --model my-model.graphql")
        {
            model,
        };
        command.SetAction(result => IndexPlan.Write(result.InvocationConfiguration.Output, Load(ConfigurationOptions.Read(result, (ConfigurationKeys.Model, model)), null).Model));
        return command;
    }

    private static Command CreateApply()
    {
        var arguments = new Arguments();
        var dropUnused = new Option<bool>("--drop-unused") { Description = "Also drops the indexes of the model's collections that nothing in the model asks for; never that of `_id`." };
        var shard = new Option<bool>("--shard") { Description = "Then shards, on a mongos, the collections whose every command names one shard: by the tenant's field and the owner's. Nothing unshards them." };
        var command = new Command(
            "apply",
            """
            Makes the indexes that the model needs and the store lacks, one after the other. With the embedded store stop the server first.

            Examples:
              indexes apply --model my-model.graphql
              indexes apply --model my-model.graphql --drop-unused
              indexes apply --model my-model.graphql --shard
            """)
        {
            dropUnused,
            shard,
        };
        arguments.AddTo(command);
        command.SetAction((result, cancellationToken) => arguments.RunAsync(result, async (store, model, settings) =>
        {
            var output = result.InvocationConfiguration.Output;
            using var administration = result.GetValue(shard) ? StoreOpening.OpenAdministration(settings) : null;
            var sharding = administration is null ? null : new ShardApplication(administration.Store, ((NativeMongoStore)store).Database, output);
            await (sharding?.EnableAsync(cancellationToken) ?? Task.CompletedTask);
            await new IndexApplication(store, output, TimeProvider.System)
                .RunAsync(await StoreIndexes.CompareAsync(store, model, cancellationToken), result.GetValue(dropUnused), cancellationToken);
            await (sharding?.RunAsync(model, cancellationToken) ?? Task.CompletedTask);
            return 0;
        }));
        return command;
    }

    private static Command CreateCheck()
    {
        var arguments = new Arguments();
        var command = new Command(
            "check",
            "Names every index that is missing and every one that nothing in the model asks for; exit code 1 when there are any.\n\nExample:\n  indexes check --model my-model.graphql");
        arguments.AddTo(command);
        command.SetAction((result, cancellationToken) => arguments.RunAsync(result, async (store, model, _) =>
        {
            var comparisons = await StoreIndexes.CompareAsync(store, model, cancellationToken);
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            foreach (var comparison in comparisons)
            {
                foreach (var index in comparison.Missing)
                {
                    await error.WriteLineAsync($"missing  {comparison.Type.Collection}: {index.Name}");
                }

                foreach (var index in comparison.Unused)
                {
                    await error.WriteLineAsync($"unused   {comparison.Type.Collection}: {index.Name}");
                }
            }

            if (comparisons.TrueForAll(comparison => comparison.Missing.IsEmpty && comparison.Unused.IsEmpty))
            {
                await output.WriteLineAsync($"All {model.StoredTypes.Sum(type => type.Indexes.Length)} indexes that the model needs are there, and no others.");
                return 0;
            }

            await error.WriteLineAsync("`indexes apply` makes what is missing; with --drop-unused it drops what is unused.");
            return 1;
        }));
        return command;
    }

    private static (DataModel Model, IConfiguration Configuration) Load(Dictionary<string, string?> given, string? environment)
    {
        var configuration = ServerBuilder.Create(given, environment).Configuration;
        var path = configuration[ConfigurationKeys.Model.Name] is { Length: > 0 } text ? text : null;
        return (ApiLoading.Load(path).Model, configuration);
    }

    /// <summary>What apply and check take: a model and a store.</summary>
    private sealed class Arguments
    {
        private readonly Option<string> _model = ConfigurationOptions.For(ConfigurationKeys.Model);
        private readonly Option<string> _data = ConfigurationOptions.For(ConfigurationKeys.Data);

        public void AddTo(Command command)
        {
            command.Options.Add(_model);
            command.Options.Add(_data);
        }

        public async Task<int> RunAsync(ParseResult result, Func<IMongoStore, DataModel, StoreSettings, Task<int>> action)
        {
            var given = ConfigurationOptions.Read(result, (ConfigurationKeys.Model, _model), (ConfigurationKeys.Data, _data));
            var (model, configuration) = Load(given, result.GetValue(ConfigurationOptions.Environment));
            var settings = StoreSettings.Read(configuration);
            using var opened = StoreOpening.Open(settings);
            try
            {
                return await action(opened.Store, model, settings);
            }
            catch (StoreException exception)
            {
                throw new StartupException($"The indexes can't be read or made: {exception.Message}", exception);
            }
        }
    }
}
