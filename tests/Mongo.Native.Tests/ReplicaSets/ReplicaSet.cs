namespace OwnedData.Mongo.Native.Tests.ReplicaSets;

/// <summary>A replica set of three members, which elect another primary within seconds.</summary>
internal sealed class ReplicaSet : IAsyncDisposable
{
    private readonly MongoProcess[] _members;

    private ReplicaSet(MongoProcess[] members) => _members = members;

    public string Uri => $"mongodb://{string.Join(',', _members.Select(member => member.Address))}/?replicaSet=three&serverSelectionTimeoutMS=20000&heartbeatFrequencyMS=500";

    public static async Task<ReplicaSet> StartAsync()
    {
        var members = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MongoProcess.StartAsync("mongod", "--replSet", "three")));
        var list = string.Join(", ", members.Select((member, number) => $$"""{ "_id": {{number}}, "host": "{{member.Address}}" }"""));
        await members[0].RunAsync($$"""{ "replSetInitiate": { "_id": "three", "members": [{{list}}], "settings": { "electionTimeoutMillis": 1500, "heartbeatIntervalMillis": 500 } } }""");
        await await Task.WhenAny(members.Select(member => member.WaitForAsync("transition to primary complete")));
        return new ReplicaSet(members);
    }

    /// <summary>The primary; asks until there is one, for a minute.</summary>
    public async Task<MongoProcess> FindPrimaryAsync()
    {
        using var time = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            foreach (var member in _members.Where(member => member.IsRunning))
            {
                var reply = await member.RunAsync("""{ "isMaster": 1 }""");
                if (reply.TryGetValue("ismaster"u8, out var isPrimary) && isPrimary.AsBoolean())
                {
                    return member;
                }
            }

            await Task.Delay(100, time.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var member in _members)
        {
            await member.DisposeAsync();
        }
    }
}
