using System.Collections.Immutable;
using OwnedData.Execution.Access;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Authorization;

/// <summary>The gates in front of a field, as data: about the viewer alone, decided before any command is sent.</summary>
internal sealed class GateSet
{
    private readonly ImmutableArray<Gate> _gates;
    private readonly bool _isOpenToAnonymous;

    private GateSet(ImmutableArray<Gate> gates, bool isOpenToAnonymous) => (_gates, _isOpenToAnonymous) = (gates, isOpenToAnonymous);

    /// <summary>No gate: fields that tell nothing of anybody's data.</summary>
    public static GateSet Open { get; } = new([], isOpenToAnonymous: true);

    /// <summary>The gates of an operation on a stored type. Nothing but `@public` opens one to the anonymous.</summary>
    public static GateSet Of(StoredType type, AccessOperation operation) =>
        new([.. type.Access.Gates.Where(gate => gate.On.Contains(operation))], isOpenToAnonymous: false);

    /// <summary>Null when the viewer passes, else why not.</summary>
    public ErrorCode? Check(Viewer viewer)
    {
        if (!viewer.IsAuthenticated)
        {
            return _isOpenToAnonymous ? null : ErrorCatalog.NotAuthenticated;
        }

        foreach (var gate in _gates)
        {
            if (!Passes(gate, viewer))
            {
                return ErrorCatalog.NotAuthorized;
            }
        }

        return null;
    }

    /// <summary>The policies and roles, for <see cref="Planning.PlanText"/>.</summary>
    public override string ToString() => _isOpenToAnonymous
        ? "open"
        : string.Join(", ", _gates.Select(gate => gate.Policy ?? $"role {string.Join('|', gate.Roles)}").Prepend("signed in"));

    private static bool Passes(Gate gate, Viewer viewer)
    {
        var policyHolds = gate.Policy is null || viewer.Scopes.Contains(gate.Policy) || viewer.Permissions.Contains(gate.Policy);
        return policyHolds && (gate.Roles.IsEmpty || viewer.Roles.Overlaps(gate.Roles));
    }
}
