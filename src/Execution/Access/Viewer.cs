using System.Collections.Frozen;
using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Execution.Access;

/// <summary>
/// Who asks: made in one place from a validated token, required to bind any plan. Sets are empty and values null
/// for the anonymous viewer, so that no rule about a person can match.
/// </summary>
public sealed class Viewer
{
    private byte[]? _ownerValue;

    /// <summary>A caller without a token. A caller with a bad token never gets here.</summary>
    public static Viewer Anonymous { get; } = new();

    /// <summary>The token's `sub`, never empty; null when anonymous.</summary>
    public string? Subject { get; init; }

    /// <summary>The token's `iss`; null when anonymous.</summary>
    public string? Issuer { get; init; }

    /// <summary>
    /// What `$sub` is in a rule, and so what an owner's field holds: the subject. With several issuers it is the issuer and the
    /// subject, because one name is then two persons.
    /// </summary>
    public string? Owner { get => field ?? Subject; init; }

    /// <summary>From `scope` or `scp`: what the client application may ask.</summary>
    public FrozenSet<string> Scopes { get; init; } = [];

    /// <summary>From `permissions`: what the person holds.</summary>
    public FrozenSet<string> Permissions { get; init; } = [];

    public FrozenSet<string> Roles { get; init; } = [];

    /// <summary>The other claims by their literal names: strings, numbers, booleans, and lists of them.</summary>
    public BsonDocument Claims { get; init; }

    /// <summary>The named values of the viewer's grants.</summary>
    public BsonDocument Grants { get; init; }

    public bool IsAuthenticated => Subject is not null;

    /// <summary>`$sub` as the only element of a document, its name empty: encoded once. No element when anonymous.</summary>
    internal BsonDocument OwnerValue => new(_ownerValue ??= EncodeOwner());

    /// <summary>Whether the viewer has a scope or permission of that name, and one of the roles. Null and none ask for nothing.</summary>
    internal bool Holds(string? policy, ImmutableArray<string> roles)
    {
        if (policy is not null && !Scopes.Contains(policy) && !Permissions.Contains(policy))
        {
            return false;
        }

        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return roles.IsEmpty;
    }

    private byte[] EncodeOwner()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        if (Owner is not null)
        {
            writer.WriteString(""u8, Owner);
        }

        writer.WriteEndDocument();
        return writer.WrittenSpan.ToArray();
    }
}
