namespace OwnedData.Mongo.Tests;

/// <summary>The embedded store keeps the whole contract.</summary>
internal static class ContractTarget
{
    public static string? ReasonToLeaveOut(string test)
    {
        _ = test;
        return null;
    }
}
