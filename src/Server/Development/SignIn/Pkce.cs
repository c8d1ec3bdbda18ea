using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OwnedData.Server.Development.SignIn;

/// <summary>Proof Key for Code Exchange, RFC 7636, with S256 alone: whoever redeems a code must know what the client hashed when it asked for one.</summary>
internal static class Pkce
{
    public const string Method = "S256";

    // A SHA-256 in base64url.
    private const int ChallengeLength = 43;

    private const int MaxVerifierLength = 128;

    public static bool IsChallenge(string text) => text.Length == ChallengeLength && text.All(IsOfBase64Url);

    public static bool Verify(string verifier, string challenge) =>
        verifier.Length is >= ChallengeLength and <= MaxVerifierLength
        && verifier.All(character => IsOfBase64Url(character) || character is '.' or '~')
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.ASCII.GetBytes(challenge));

    private static bool IsOfBase64Url(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
