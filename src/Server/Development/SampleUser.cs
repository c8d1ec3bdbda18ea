namespace OwnedData.Server.Development;

/// <summary>The people of the sample data: their `sub`, and the scopes that open the sample model.</summary>
internal static class SampleUser
{
    public const string Scopes = "read:notes write:notes read:contacts write:contacts";

    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    /// <summary>In the order they are shown.</summary>
    public static readonly string[] Subjects = ["alice", "bob", "carol"];
}
