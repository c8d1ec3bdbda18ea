using OwnedData.Mongo.Native;

namespace OwnedData.Mongo.Tests;

/// <summary>The embedded store keeps the whole contract over the wire, too, where MongoDB's own driver is there to ask it.</summary>
internal static class ContractTarget
{
    private static readonly Lazy<string?> s_reason = new(FindReason);

    public static string? ReasonToLeaveOut(string test)
    {
        _ = test;
        return s_reason.Value;
    }

    // Opening loads the driver and connects to nothing.
    private static string? FindReason()
    {
        try
        {
            NativeMongoStore.Open(new NativeStoreOptions { Uri = "mongodb://127.0.0.1/owneddata" }).Dispose();
            return null;
        }
        catch (StoreException)
        {
            return "libmongoc is not installed";
        }
    }
}
