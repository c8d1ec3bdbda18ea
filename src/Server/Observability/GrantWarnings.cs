using System.Text.Json;

namespace OwnedData.Server.Observability;

/// <summary>Tells the log of grants that don't count, once a subject a minute: the document is read again and again until somebody mends it.</summary>
internal sealed class GrantWarnings(ILogger logger, TimeProvider time)
{
    // More subjects than that in one minute is one fault, and told often enough.
    private const int MaximumSubjects = 1000;

    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _toldAt = new(StringComparer.Ordinal);

    public void Report(string subject, string problem)
    {
        if (IsDue(subject))
        {
            // Both are somebody else's text: encoded, so that they stay in their line.
            Log.GrantsMalformed(logger, JsonEncodedText.Encode(subject), JsonEncodedText.Encode(problem));
        }
    }

    private bool IsDue(string subject)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (_toldAt.TryGetValue(subject, out var toldAt) && time.GetElapsedTime(toldAt, now) < s_pause)
            {
                return false;
            }

            if (_toldAt.Count >= MaximumSubjects)
            {
                foreach (var (name, _) in _toldAt.Where(entry => time.GetElapsedTime(entry.Value, now) >= s_pause).ToArray())
                {
                    _toldAt.Remove(name);
                }
            }

            if (_toldAt.Count >= MaximumSubjects)
            {
                return false;
            }

            _toldAt[subject] = now;
            return true;
        }
    }
}
