using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OwnedData.Server.Overload;

/// <summary>
/// Whom a request is counted for: the subject of its validated token, else the place of its address. There are far more addresses than
/// memory for counts (one home has 2^64 of version 6), so addresses share a fixed number of places; subjects are as many as tokens were issued.
/// </summary>
/// <param name="Issuer">Empty for an address.</param>
/// <param name="Subject">Empty for an address.</param>
/// <param name="Place">0 for a subject.</param>
internal readonly record struct Caller(string Issuer, string Subject, int Place)
{
    /// <summary>The most callers without a token that are told apart; a power of two.</summary>
    public const int Places = 65_536;

    // What an access provider gives one customer at the least (RFC 6177).
    private const int NetworkLength = 8;

    public static Caller Of(HttpContext http) =>
        (http.User.Identity as CaseSensitiveClaimsIdentity)?.SecurityToken is JsonWebToken token
            ? new Caller(token.Issuer, token.Subject, 0)
            : OfAddress(http.Connection.RemoteIpAddress);

    /// <summary>The place of an address; of the /64 network of one of version 6. Null, as over a Unix socket, is an address too.</summary>
    public static Caller OfAddress(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        var length = 0;
        (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.TryWriteBytes(bytes, out length);

        // Seeded anew in every process: nobody can choose an address that shares another's place.
        var hash = default(HashCode);
        hash.AddBytes(bytes[..Math.Min(length, NetworkLength)]);
        return new Caller("", "", hash.ToHashCode() & (Places - 1));
    }
}
