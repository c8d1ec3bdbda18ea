using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Responses;

/// <summary>Which gates of a plan's fields the viewer of this request passes; the default value is all of them.</summary>
internal readonly struct ViewerGates(ErrorCode?[]? refusals)
{
    /// <summary>The index of a field without gates.</summary>
    public const int Open = -1;

    private readonly ErrorCode?[]? _refusals = refusals;

    /// <summary>True when no field is refused: what was made with the plan can be used as it is.</summary>
    public bool AllPass => _refusals is null;

    /// <summary>Null when the viewer passes, else why not.</summary>
    public ErrorCode? RefusalOf(int gate) => _refusals is null || gate == Open ? null : _refusals[gate];
}
