using System.Collections.Immutable;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessMatrix;

/// <summary>Who may do one thing with the documents of one type: must pass every gate, get in by one way, and break no restriction.</summary>
/// <param name="Type">Whose documents.</param>
/// <param name="Operation">What is done.</param>
/// <param name="Needs">What the viewer must hold, in words; empty for nothing.</param>
/// <param name="Ways">The ways in; empty when the operation is closed to all.</param>
/// <param name="Restrictions">What must hold as well.</param>
internal sealed record MatrixRow(
    StoredType Type, AccessOperation Operation, ImmutableArray<string> Needs, ImmutableArray<RuleOrigin> Ways, ImmutableArray<RuleOrigin> Restrictions)
{
    /// <summary>Four rows a type, in the order of the model.</summary>
    public static ImmutableArray<MatrixRow> Of(DataModel model) =>
    [
        .. from type in model.StoredTypes
           from operation in new[] { AccessOperation.Create, AccessOperation.Read, AccessOperation.Update, AccessOperation.Delete }
           select new MatrixRow(
               type,
               operation,
               [.. NeedsOf(type, operation)],
               [.. type.Access.Allows.Where(rule => rule.On.Contains(operation)).Select(rule => rule.Origin)],
               [.. type.Access.Restricts.Where(rule => rule.On.Contains(operation)).Select(rule => rule.Origin)]),
    ];

    private static List<string> NeedsOf(StoredType type, AccessOperation operation)
    {
        var isOpen = operation == AccessOperation.Read && type.Access.IsPublic;
        var gates = type.Access.Gates.Where(gate => gate.On.Contains(operation)).Select(Describe).ToList();
        return isOpen || gates.Count > 0 ? gates : ["a token"];
    }

    private static string Describe(Gate gate)
    {
        var roles = gate.Roles.IsEmpty ? null : $"role {string.Join(" or ", gate.Roles)}";
        return gate.Policy is null || roles is null ? gate.Policy ?? roles ?? "a token" : $"{gate.Policy} and {roles}";
    }
}
