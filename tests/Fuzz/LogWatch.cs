using System.Text;

namespace OwnedData.Fuzz;

/// <summary>Stands where the server logs to and keeps the lines of errors: what no client sees is found there.</summary>
internal sealed class LogWatch(TextWriter output) : TextWriter
{
    // The framework's own: it could not read the rest of a body that is no HTTP (a NUL in a trailer, say), says so and ends the connection.
    private const string FrameworkCannotDrain = "fail: Microsoft.AspNetCore.Server.Kestrel[67]";

    private readonly Lock _lock = new();
    private string? _error;

    public override Encoding Encoding => output.Encoding;

    /// <summary>The first error since the last look.</summary>
    public string? TakeError()
    {
        lock (_lock)
        {
            var error = _error;
            _error = null;
            return error;
        }
    }

    public override void Write(char value) => output.Write(value);

    public override void Write(string? value)
    {
        if (value is not null
            && !value.StartsWith(FrameworkCannotDrain, StringComparison.Ordinal)
            && (value.Contains("fail: ", StringComparison.Ordinal) || value.Contains("crit: ", StringComparison.Ordinal)))
        {
            lock (_lock)
            {
                _error ??= value;
            }
        }
    }
}
