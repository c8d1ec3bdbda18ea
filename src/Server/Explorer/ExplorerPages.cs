using OwnedData.Server.Development;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Explorer;

/// <summary>The small pages before the explorer and in its place; each works without a script.</summary>
internal static class ExplorerPages
{
    /// <summary>For those who may not see the schema.</summary>
    public const string Closed =
        $$"""
        <h1>This is a GraphQL API</h1>
        <p>Send it operations by POST, with an access token. Its schema isn't shown here.</p>
        <pre><code>curl {{GraphQLRoutes.Path}} -H 'Content-Type: application/json' -H 'Authorization: Bearer …' -d '{"query":"{ __typename }"}'</code></pre>
        """;

    /// <summary>Where the build put no explorer beside the server.</summary>
    public const string Missing =
        $"""
        <h1>This is a GraphQL API</h1>
        <p>The explorer isn't here: it comes from npm, which was missing or had no network when the server was built. To get it, install
        <a href="https://nodejs.org">Node</a> and build again:</p>
        <pre><code>dotnet build src/Server</code></pre>
        <p>Until then any GraphQL client can use this address. What it offers: <a href="{GraphQLRoutes.Path}?sdl">the schema</a>.</p>
        """;

    /// <summary>In Development: as whom to explore.</summary>
    /// <param name="current">Who is signed in, or null.</param>
    public static string WriteChoice(SampleUser? current) =>
        $"""
        <h1>Explore the API</h1>
        <p>Everybody sees only what is theirs or was shared with them. As whom do you want to look?</p>
        {(current is null ? "" : $"<p><a href=\"{ExplorerRoutes.Path}\">Go on as {current.Subject}</a>, with the documents that are open.</p>")}
        <form method="post" action="{ExplorerRoutes.SignIn}">
        {SampleUserButtons.Write("subject")}
        <p><button name="subject" value="">Without signing in</button></p>
        </form>
        <p class="note">Each choice starts the explorer afresh, without the documents that were open in it. Sample users are there in Development only.
        What the API offers, as text: <a href="{GraphQLRoutes.Path}?sdl">the schema</a>. The explorer is Banana Cake Pop, <a href="{ExplorerRoutes.Path}LICENSE">under its own licence</a>.</p>
        """;
}
