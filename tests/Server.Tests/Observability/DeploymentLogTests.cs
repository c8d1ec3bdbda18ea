using Microsoft.Extensions.Logging;
using OwnedData.Server.Observability;

namespace OwnedData.Server.Tests.Observability;

public sealed class DeploymentLogTests
{
    private readonly RecordingLogger _logger = new();
    private readonly DeploymentLog _log;

    public DeploymentLogTests() => _log = new DeploymentLog(_logger);

    [Fact]
    public void What_becomes_of_a_server_is_a_line_and_what_is_bad_news_a_warning()
    {
        _log.ServerChanged("a:27017", "Unknown", "RSPrimary");
        _log.PrimaryChanged(null, "a:27017");
        _log.ServerChanged("a:27017", "RSPrimary", "RSSecondary");
        _log.PrimaryChanged("a:27017", "b:27017");
        _log.ServerFailed("a:27017", "connection refused calling hello on 'a:27017'");
        _log.ServerChanged("a:27017", "RSSecondary", "Unknown");

        Assert.Equal(
            [
                "MongoDB's server a:27017 is there, as RSPrimary",
                "MongoDB's primary is a:27017",
                "MongoDB's server a:27017 was RSPrimary and is RSSecondary",
                "MongoDB's primary was a:27017 and is b:27017",
                "MongoDB's server a:27017 does not answer: connection refused calling hello on 'a:27017'",
                "MongoDB's server a:27017 is lost; it was RSSecondary",
            ],
            _logger.Messages);
        Assert.Equal([LogLevel.Information, LogLevel.Information, LogLevel.Information, LogLevel.Warning, LogLevel.Warning, LogLevel.Warning], _logger.Levels);
    }

    [Fact]
    public void A_servers_words_make_no_line_of_their_own()
    {
        _log.ServerFailed("a:27017", "no\nwarn: forged");

        Assert.Equal([@"MongoDB's server a:27017 does not answer: no\nwarn: forged"], _logger.Messages);
    }
}
