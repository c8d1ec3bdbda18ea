using System.Collections.Immutable;
using OwnedData.Schema.Access;

namespace OwnedData.Server.AccessMatrix;

/// <summary>Something that a viewer must hold, whatever the document.</summary>
/// <param name="Text">In words.</param>
/// <param name="Origin">The gate that asks for it; null for the token that everything needs which is not public.</param>
internal sealed record MatrixNeed(string Text, RuleOrigin? Origin)
{
    private const string Token = "a token";

    public static ImmutableArray<MatrixNeed> Of(IEnumerable<Gate> gates, bool isPublic)
    {
        ImmutableArray<MatrixNeed> needs = [.. gates.Select(Of)];
        return isPublic || !needs.IsEmpty ? needs : [new MatrixNeed(Token, Origin: null)];
    }

    public static MatrixNeed Of(Gate gate) => new(TextOf(gate.Policy, gate.Roles), gate.Origin);

    /// <summary>A scope or permission, roles, or both; a token where it is neither.</summary>
    public static string TextOf(string? policy, ImmutableArray<string> anyRole)
    {
        var roles = anyRole.IsEmpty ? null : $"role {string.Join(" or ", anyRole)}";
        return policy is null || roles is null ? policy ?? roles ?? Token : $"{policy} and {roles}";
    }
}
