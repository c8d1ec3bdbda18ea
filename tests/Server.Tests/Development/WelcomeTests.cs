using OwnedData.Server.Development;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Development;

public sealed class WelcomeTests
{
    [Fact]
    public async Task An_open_embedded_store_is_announced_with_a_password_that_is_shown_once()
    {
        using var folder = new TestFolder();

        Assert.Matches(
            """
            The embedded store is open to MongoDB tools of this machine, past all access rules:
              mongosh mongodb://owneddata@127\.0\.0\.1:\d+/owneddata
              password \(shown this once\): \S{24}
            """,
            await WelcomeAsync(folder.Path, "0"));
        Assert.Contains("password: as shown when", await WelcomeAsync(folder.Path, "0"), StringComparison.Ordinal);
        Assert.DoesNotContain("mongosh", await WelcomeAsync(folder.Path, port: null), StringComparison.Ordinal);
    }

    private static async Task<string> WelcomeAsync(string data, string? port)
    {
        var configuration = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Data"] = data,
            ["Development:SampleData"] = "false",
            ["Embedded:Port"] = port,
        };
        await using var host = await ServerHost.StartAsync(configuration, "Development", TextWriter.Null, CancellationToken.None);
        using var output = new StringWriter { NewLine = "\n" };
        await Welcome.WriteAsync(output, host, TimeSpan.Zero);
        return output.ToString();
    }
}
