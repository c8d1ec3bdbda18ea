using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OwnedData.Bson;
using OwnedData.Execution.Access;

namespace OwnedData.Server.Authentication;

/// <summary>
/// The one place that makes a <see cref="Viewer"/>, and only from the payload of a token that the bearer handler has validated.
/// A claim of an unexpected type gives nothing: a list with a number in it is no list of scopes.
/// </summary>
internal sealed class ViewerFactory(AuthenticationSettings settings)
{
    // Not for rules: they have their own place in the viewer, or are the protocol's.
    private static readonly FrozenSet<string> s_ownPlace =
        new[] { "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "scope", "scp", "permissions" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The anonymous viewer when no token was sent.</summary>
    public Viewer Create(ClaimsPrincipal user)
    {
        if ((user.Identity as CaseSensitiveClaimsIdentity)?.SecurityToken is not JsonWebToken token)
        {
            return Viewer.Anonymous;
        }

        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.EncodedPayload));
        return Create(payload.RootElement);
    }

    /// <summary>The viewer of a payload that is known to be good: of a validated token, or of a person made up to try rules out.</summary>
    public Viewer Create(JsonElement claims)
    {
        var subject = TokenJson.GetString(claims, "sub");
        var issuer = TokenJson.GetString(claims, "iss");
        return new Viewer
        {
            Subject = subject,
            Issuer = issuer,

            // An issuer is a URL: the first space is where it ends, whatever the subject holds.
            Owner = settings.ValidIssuers.Length > 1 ? $"{issuer} {subject}" : subject,
            Scopes = ReadScopes(claims),
            Permissions = ReadNames(claims, "permissions").ToFrozenSet(StringComparer.Ordinal),
            Roles = ReadNames(claims, settings.RolesClaim).ToFrozenSet(StringComparer.Ordinal),
            Claims = ReadOtherClaims(claims),
        };
    }

    private static FrozenSet<string> ReadScopes(JsonElement claims) =>
        ReadNames(claims, claims.TryGetProperty("scope", out _) ? "scope" : "scp")
            .SelectMany(names => names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenSet(StringComparer.Ordinal);

    // One string, or a list of nothing but strings.
    private static IEnumerable<string> ReadNames(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                value.EnumerateArray().Select(item => item.GetString()!),
            _ => [],
        };
    }

    // A claim with anything else in it is left out: to a rule it is missing.
    private BsonDocument ReadOtherClaims(JsonElement claims)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        foreach (var claim in claims.EnumerateObject())
        {
            if (!s_ownPlace.Contains(claim.Name) && claim.Name != settings.RolesClaim && !claim.Name.Contains('\0', StringComparison.Ordinal))
            {
                WriteClaim(writer, claim);
            }
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteClaim(BsonWriter writer, JsonProperty claim)
    {
        var name = Encoding.UTF8.GetBytes(claim.Name);
        if (PlainValue.Is(claim.Value))
        {
            writer.WriteName(name);
            PlainValue.Write(writer, claim.Value);
        }
        else if (claim.Value.ValueKind == JsonValueKind.Array && claim.Value.EnumerateArray().All(PlainValue.Is))
        {
            writer.WriteStartArray(name);
            foreach (var item in claim.Value.EnumerateArray())
            {
                PlainValue.Write(writer, item);
            }

            writer.WriteEndArray();
        }
    }
}
