using OwnedData.Execution.Access;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Authorization;

/// <summary>The distinct gates of an operation's fields below the root; evaluated once a request, as conditions are.</summary>
internal sealed class GateTable
{
    private readonly Dictionary<string, int> _indexes = [];
    private readonly List<GateSet> _gates = [];

    /// <summary>The index of those gates.</summary>
    public int Add(GateSet gates)
    {
        if (gates.IsOpen)
        {
            return ViewerGates.Open;
        }

        if (!_indexes.TryGetValue(gates.Key, out var index))
        {
            index = _gates.Count;
            _indexes.Add(gates.Key, index);
            _gates.Add(gates);
        }

        return index;
    }

    /// <summary>Which gates the viewer passes.</summary>
    public ViewerGates Evaluate(Viewer viewer)
    {
        ErrorCode?[]? refusals = null;
        for (var index = 0; index < _gates.Count; index++)
        {
            if (_gates[index].Check(viewer) is { } refused)
            {
                refusals ??= new ErrorCode?[_gates.Count];
                refusals[index] = refused;
            }
        }

        return new ViewerGates(refusals);
    }

    /// <summary>The gates as text, for <see cref="Planning.PlanText"/>.</summary>
    public string Describe(int index) => _gates[index].ToString();
}
