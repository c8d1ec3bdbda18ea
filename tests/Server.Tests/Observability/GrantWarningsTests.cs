using OwnedData.Server.Observability;

namespace OwnedData.Server.Tests.Observability;

public sealed class GrantWarningsTests
{
    private readonly Clock _clock = new();
    private readonly RecordingLogger _logger = new();
    private readonly GrantWarnings _warnings;

    public GrantWarningsTests() => _warnings = new GrantWarnings(_logger, _clock);

    [Fact]
    public void A_subject_is_told_of_once_a_minute()
    {
        _warnings.Report("alice", "x");
        _warnings.Report("alice", "x");
        _warnings.Report("bob", "y");
        _clock.Seconds = 59;
        _warnings.Report("alice", "x");
        _clock.Seconds = 60;
        _warnings.Report("alice", "z");

        Assert.Equal(
            ["The grants of alice don't count: x", "The grants of bob don't count: y", "The grants of alice don't count: z"], _logger.Messages);
    }

    [Fact]
    public void A_subject_with_a_line_break_makes_no_line_of_its_own()
    {
        _warnings.Report("alice\nwarn: forged", "`\r` is wrong");

        Assert.Equal([@"The grants of alice\nwarn: forged don't count: \u0060\r\u0060 is wrong"], _logger.Messages);
    }

    [Fact]
    public void Many_subjects_at_once_fill_neither_log_nor_memory()
    {
        for (var number = 0; number < 3000; number++)
        {
            _warnings.Report($"s{number}", "x");
        }

        Assert.Equal(1000, _logger.Messages.Count);
        _clock.Seconds = 60;
        _warnings.Report("another", "x");
        Assert.Equal(1001, _logger.Messages.Count);
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
