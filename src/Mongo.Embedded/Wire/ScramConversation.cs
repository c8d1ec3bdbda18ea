using System.Security.Cryptography;
using System.Text;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>One log-in by SCRAM-SHA-256 (RFC 5802, RFC 7677): the client's nonce, our challenge, the client's proof, our proof.</summary>
internal sealed class ScramConversation
{
    private const int NonceBytes = 24;
    private const int MaximumLength = 1024;

    // "n,," in base64: no channel binding.
    private const string NoChannelBinding = "biws";

    private readonly ScramCredential _credential;
    private readonly bool _isKnownUser;
    private readonly string _nonce;
    private readonly string _clientFirst;

    private ScramConversation(ScramCredential credential, bool isKnownUser, string nonce, string clientFirst)
    {
        _credential = credential;
        _isKnownUser = isKnownUser;
        _nonce = nonce;
        _clientFirst = clientFirst;
    }

    /// <summary>What the client must answer. It is the same for a user that there is not, who fails at the proof.</summary>
    internal string Challenge => $"r={_nonce},s={Convert.ToBase64String(_credential.Salt)},i={_credential.Iterations}";

    /// <summary>Whether everything is said but a client's empty last word.</summary>
    internal bool IsProven { get; private set; }

    /// <summary>Whether the client needs no empty last exchange.</summary>
    internal required bool SkipsEmptyExchange { get; init; }

    internal static ScramConversation Start(ReadOnlySpan<byte> payload, ScramUser user, bool skipsEmptyExchange)
    {
        var text = TextOf(payload);
        if (!text.StartsWith("n,,n=", StringComparison.Ordinal) || text[3..].Split(',') is not [var name, ['r', '=', _, ..] nonce])
        {
            throw Failed();
        }

        var serverNonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        return new ScramConversation(user.Credential, name == $"n={ScramUser.Name}", nonce[2..] + serverNonce, text[3..])
        {
            SkipsEmptyExchange = skipsEmptyExchange,
        };
    }

    /// <summary>Our proof for the client's; throws <see cref="StoreErrorCode.AuthenticationFailed"/> where that is none.</summary>
    internal string Prove(ReadOnlySpan<byte> payload)
    {
        var text = TextOf(payload);
        var proof = new byte[ScramCredential.KeyLength];
        if (text.Split(',') is not [var binding, var nonce, ['p', '=', ..] encoded] || binding != $"c={NoChannelBinding}" || nonce != $"r={_nonce}"
            || !Convert.TryFromBase64String(encoded[2..], proof, out var length) || length != proof.Length)
        {
            throw Failed();
        }

        var message = Encoding.UTF8.GetBytes($"{_clientFirst},{Challenge},{binding},{nonce}");
        if (!_credential.IsProof(proof, message) || !_isKnownUser)
        {
            throw Failed();
        }

        IsProven = true;
        return $"v={Convert.ToBase64String(HMACSHA256.HashData(_credential.ServerKey, message))}";
    }

    internal static StoreException Failed() => new(StoreErrorCode.AuthenticationFailed, "Authentication failed.");

    private static string TextOf(ReadOnlySpan<byte> payload) => payload.Length <= MaximumLength ? Encoding.UTF8.GetString(payload) : throw Failed();
}
