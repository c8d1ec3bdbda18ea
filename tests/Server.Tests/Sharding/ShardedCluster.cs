using OwnedData.Mongo.Tests;

namespace OwnedData.Server.Tests.Sharding;

/// <summary>A mongos over two shards, each a replica set of one member.</summary>
public sealed class ShardedCluster : IAsyncLifetime
{
    private MongoProcess? _config;

    internal MongoProcess Mongos { get; private set; } = null!;

    internal MongoProcess FirstShard { get; private set; } = null!;

    internal MongoProcess SecondShard { get; private set; } = null!;

    public string Uri => $"mongodb://{Mongos.Address}/";

    public async Task InitializeAsync()
    {
        if (Mongod.ReasonToLeaveOut is not null)
        {
            return;
        }

        var servers = await Task.WhenAll(
            MongoProcess.StartReplicaSetAsync("config", "--configsvr"),
            MongoProcess.StartReplicaSetAsync("first", "--shardsvr"),
            MongoProcess.StartReplicaSetAsync("second", "--shardsvr"));
        (_config, FirstShard, SecondShard) = (servers[0], servers[1], servers[2]);
        Mongos = await MongoProcess.StartAsync("mongos", "--configdb", $"config/{_config.Address}");
        await Mongos.RunAsync($$"""{ "addShard": "first/{{FirstShard.Address}}" }""");
        await Mongos.RunAsync($$"""{ "addShard": "second/{{SecondShard.Address}}" }""");
        await Mongos.RunAsync("""{ "balancerStop": 1 }""");
    }

    public async Task DisposeAsync()
    {
        foreach (var server in new[] { Mongos, FirstShard, SecondShard, _config })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }
    }
}
