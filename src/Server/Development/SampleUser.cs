namespace OwnedData.Server.Development;

/// <summary>A person of the sample data, with what an issuer would put into their token: each shows other rules of the sample model.</summary>
/// <param name="Subject">The `sub`.</param>
/// <param name="Shows">What signing in as this person shows, in a few words.</param>
/// <param name="Claims">What the token holds beside the scopes; a name that comes twice is a list.</param>
internal sealed record SampleUser(string Subject, string Shows, ILookup<string, string> Claims)
{
    /// <summary>What everybody's client application may ask.</summary>
    public const string Scopes =
        "read:notes write:notes read:contacts write:contacts read:documents write:documents all:email";

    private const string Department = "https://my-api.com/department";

    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    /// <summary>In the order they are shown.</summary>
    public static IReadOnlyList<SampleUser> All { get; } =
    [
        new("alice", "owns documents, is in sales, sees budgets, may write to bob", Claim(("org_id", "acme"), (Department, "sales"), ("permissions", "read:budgets"))),
        new("bob", "edits a document of alice's, may write to alice and carol", Claim(("org_id", "acme"), (Department, "engineering"))),
        new("carol", "has 10,000 notes, reads a document of alice's, is an editor by her grants", Claim(("org_id", "acme"))),
        new("dora", "is in sales as well, in another organisation", Claim(("org_id", "globex"), (Department, "sales"))),
        new("erin", "holds admin:documents", Claim(("org_id", "acme"), ("permissions", "admin:documents"), ("permissions", "read:budgets"))),
    ];

    /// <summary>The person of that `sub`, or null.</summary>
    public static SampleUser? Find(string subject) => All.FirstOrDefault(user => user.Subject == subject);

    private static ILookup<string, string> Claim(params (string Name, string Value)[] claims) =>
        claims.ToLookup(claim => claim.Name, claim => claim.Value, StringComparer.Ordinal);
}
