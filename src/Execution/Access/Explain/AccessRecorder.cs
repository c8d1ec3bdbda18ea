using System.Collections.Immutable;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access.Explain;

/// <summary>Gathers what the query filter sends for one request that asked for explanations. It sees the viewer's own commands and no document.</summary>
public sealed class AccessRecorder(DataModel model)
{
    private readonly Lock _lock = new();
    private readonly List<FieldTrace> _fields = [];

    /// <summary>By root fields in the order of the operation, within one in the order they were made. Complete once the operation is executed.</summary>
    public ImmutableArray<ExplainedCommand> Commands
    {
        get
        {
            lock (_lock)
            {
                return [.. _fields.SelectMany(trace => trace.Commands)];
            }
        }
    }

    /// <summary>Where the commands of a root field go.</summary>
    internal FieldTrace For(string path)
    {
        var trace = new FieldTrace(path, model);
        lock (_lock)
        {
            _fields.Add(trace);
        }

        return trace;
    }
}
