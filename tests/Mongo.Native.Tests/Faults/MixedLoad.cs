using OwnedData.Mongo.Commands;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>One caller of many: it writes, reads and deletes in turn, and keeps book of what it was told, to hold the data against.</summary>
internal sealed class MixedLoad(NativeMongoStore store, int number)
{
    /// <summary>More than fit into a cursor's first batch.</summary>
    public const int Pages = 150;

    // More than twice what the URI's time limits allow one command that is sent again.
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private readonly HashSet<int> _acknowledgedInserts = [];
    private readonly HashSet<int> _uncertainInserts = [];
    private int _incrementsAttempted;
    private int _incrementsAcknowledged;
    private int _round;

    public int Answered { get; private set; }

    /// <summary>The failures by code. There is no other kind: any other exception ends the load.</summary>
    public Dictionary<StoreErrorCode, int> Failed { get; } = [];

    /// <summary>The text that this caller's next round has in all its commands.</summary>
    public string NextMark => $"caller {number} round {_round + 1}.";

    /// <summary>What the rounds begin with, past all faults.</summary>
    public static Task PrepareAsync(IMongoStore truth) => truth.InsertAsync("pages", [.. Enumerable.Range(0, Pages).Select(id => $"{{_id: {id}}}")]);

    public async Task RunRoundAsync()
    {
        var mark = NextMark;
        _round++;
        _incrementsAttempted++;
        _incrementsAcknowledged += await IsDoneAsync(() => store.RunAsync(new FindAndModifyCommand("counters")
        {
            Filter = Parse($"{{_id: {number}}}"),
            Update = Parse($$$"""{$inc: {value: 1}, $set: {mark: "{{{mark}}}"}}"""),
            Upsert = true,
        })) ? 1 : 0;

        var isInserted = await IsDoneAsync(() => store.InsertAsync($"notes{number}", $$"""{_id: {{_round}}, mark: "{{mark}}"}"""));
        (isInserted ? _acknowledgedInserts : _uncertainInserts).Add(_round);
        await IsDoneAsync(async () => Assert.Equal(Pages, (await store.FindAsync("pages", $$$"""{mark: {$ne: "{{{mark}}}"}}""")).Count));
        if (isInserted)
        {
            await IsDoneAsync(async () => Assert.Single(await store.FindAsync($"notes{number}", $$"""{_id: {{_round}}, mark: "{{mark}}"}""")));
        }
    }

    /// <summary>Holds the data against what was acknowledged, then takes the notes away, so that the next rounds find no more than these did.</summary>
    public async Task CheckAsync(IMongoStore truth)
    {
        var counters = await truth.FindAsync("counters", $"{{_id: {number}}}", projection: "{value: 1, _id: 0}");
        var value = counters.Count == 0 ? 0 : int.Parse(counters[0].AsSpan("{\"value\": ".Length..^1), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(value, _incrementsAcknowledged, _incrementsAttempted);

        var notes = (await truth.FindAsync($"notes{number}", projection: "{_id: 1}"))
            .Select(note => int.Parse(note.AsSpan("{\"_id\": ".Length..^1), System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Subset(notes, _acknowledgedInserts);
        Assert.Subset(_acknowledgedInserts.Union(_uncertainInserts).ToHashSet(), notes);
        await truth.RunAsync(new DeleteCommand($"notes{number}") { Filter = Parse("{}"), Multi = true });
        _acknowledgedInserts.Clear();
        _uncertainInserts.Clear();
    }

    private async Task<bool> IsDoneAsync(Func<Task> command)
    {
        try
        {
            await command().WaitAsync(s_bound);
            Answered++;
            return true;
        }
        catch (StoreException exception)
        {
            // Every _id is inserted once: a second time could only be the driver's.
            Assert.NotEqual(StoreErrorCode.DuplicateKey, exception.Code);
            Failed[exception.Code] = Failed.GetValueOrDefault(exception.Code) + 1;
            return false;
        }
    }
}
