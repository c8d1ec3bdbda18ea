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
    private readonly bool _needsToken;

    private GateSet(ImmutableArray<Gate> gates, bool needsToken) => (_gates, _needsToken) = (gates, needsToken || !gates.IsEmpty);

    /// <summary>No gate: fields that tell nothing of anybody's data.</summary>
    public static GateSet Open { get; } = new([], needsToken: false);

    /// <summary>Whether everybody passes.</summary>
    public bool IsOpen => !_needsToken;

    /// <summary>The gates of an operation on a stored type. Nothing but `@public` opens one to the anonymous, and that READ alone.</summary>
    public static GateSet Of(StoredType type, AccessOperation operation) =>
        new(In(type.Access.Gates, operation), needsToken: operation != AccessOperation.Read || !type.Access.IsPublic);

    /// <summary>The gates of an operation on a field: what its `@authorize` says, and for reading a reference what its target's does.</summary>
    public static GateSet Of(ModelField field, AccessOperation operation)
    {
        var own = new GateSet(In(field.Gates, operation), needsToken: false);
        return operation == AccessOperation.Read && field.Type is ReferenceFieldType reference ? own.And(Of(reference.Target, operation)) : own;
    }

    /// <summary>The gates of the other side of a reference: who may not read the documents or may not read the reference in them may not follow it back.</summary>
    public static GateSet Of(InverseField inverse) => Of(inverse.Type, AccessOperation.Read).And(Of(inverse.Reference, AccessOperation.Read));

    /// <summary>Null when the viewer passes, else why not.</summary>
    public ErrorCode? Check(Viewer viewer)
    {
        if (!viewer.IsAuthenticated)
        {
            return _needsToken ? ErrorCatalog.NotAuthenticated : null;
        }

        foreach (var gate in _gates)
        {
            if (!viewer.Holds(gate.Policy, gate.Roles))
            {
                return ErrorCatalog.NotAuthorized;
            }
        }

        return null;
    }

    /// <summary>Equal for sets that ask the same.</summary>
    public string Key => string.Join('\0', _gates.Select(gate => string.Join('\x1', gate.Roles.Prepend(gate.Policy))).Prepend(_needsToken ? "token" : ""));

    /// <summary>The policies and roles, for <see cref="Planning.PlanText"/>.</summary>
    public override string ToString() => IsOpen ? "open" : string.Join(", ", _gates.Select(Describe).Distinct().Prepend("signed in"));

    private static string Describe(Gate gate)
    {
        var roles = gate.Roles.IsEmpty ? null : $"role {string.Join('|', gate.Roles)}";
        return gate.Policy is null || roles is null ? gate.Policy ?? roles ?? "" : $"{gate.Policy} and {roles}";
    }

    private static ImmutableArray<Gate> In(ImmutableArray<Gate> gates, AccessOperation operation) => [.. gates.Where(gate => gate.On.Contains(operation))];

    private GateSet And(GateSet other) => new(_gates.AddRange(other._gates), _needsToken || other._needsToken);
}
