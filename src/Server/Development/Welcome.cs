using System.Globalization;
using OwnedData.Mongo.Embedded.Wire;
using OwnedData.Server.GraphQL;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Development;

/// <summary>What the terminal shows once the server is ready: where it is, and in Development how to ask it something as each sample user.</summary>
internal static class Welcome
{
    public static async Task WriteAsync(TextWriter output, ServerHost host, TimeSpan startTime)
    {
        var address = host.Addresses.First();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\nOwnedData is ready in {startTime.TotalSeconds:0.0} s: {address}{GraphQLRoutes.Path}\n"));
        if (host.Listener is { } listener)
        {
            await WriteListenerAsync(output, listener);
        }

        if (host.DevelopmentIssuer is { } issuer)
        {
            await WriteSamplesAsync(output, address, issuer);
        }
    }

    // No access rule stands between its user and the documents, so this is said whenever it is open.
    private static async Task WriteListenerAsync(TextWriter output, WireListener listener)
    {
        await output.WriteLineAsync(
            $"""
            The embedded store is open to MongoDB tools of this machine, past all access rules:
              mongosh mongodb://{WireListener.User}@127.0.0.1:{listener.Port}/{WireListener.Database}
            """);
        await output.WriteLineAsync(listener.NewPassword is { } password
            ? $"  password (shown this once): {password}\n"
            : "  password: as shown when the data folder was first opened so\n");
    }

    private static async Task WriteSamplesAsync(TextWriter output, string address, DevelopmentIssuer issuer)
    {
        foreach (var user in SampleUser.All)
        {
            var token = issuer.CreateToken(user.Subject, SampleUser.Scopes, user.Claims, SampleUser.TokenLifetime);
            await output.WriteLineAsync(
                $$"""
                As {{user.Subject}}, who {{user.Shows}}:
                curl {{address}}{{GraphQLRoutes.Path}} -H 'Content-Type: application/json' -d '{"query":"{ notes(first: 3) { nodes { title } totalCount } }"}' -H 'Authorization: Bearer {{token}}'

                """);
        }

        await output.WriteLineAsync(
            $"""
            What to try next:
              the published API    curl '{address}{GraphQLRoutes.Path}?sdl'
              another token        dotnet run --project src/Server -- token --sub alice --scope read:notes
              all commands         dotnet run --project src/Server -- --help

            The tokens are good for an hour. Ctrl+C stops the server.
            """);
    }
}
