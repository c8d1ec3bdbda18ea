using OwnedData.Server.Commands;

namespace OwnedData.Server.Tests.AccessTesting;

public sealed class SampleAccessTests
{
    [Fact]
    public async Task The_samples_own_expectations_hold_and_leave_no_rule_out()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();

        var exitCode = await CommandLine.RunAsync(["access", "test", Path.Combine(AppContext.BaseDirectory, "model.access.json"), "--require-coverage"], output, error);

        Assert.True(exitCode == 0, output.ToString() + error);
    }
}
