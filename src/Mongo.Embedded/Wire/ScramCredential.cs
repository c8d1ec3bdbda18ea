using System.Security.Cryptography;
using System.Text;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>What RFC 5802 lets a server keep instead of a password: enough to check a client's proof, not enough to make one.</summary>
internal sealed record ScramCredential(byte[] Salt, int Iterations, byte[] StoredKey, byte[] ServerKey)
{
    internal const int KeyLength = 32;

    // MongoDB's own number for SCRAM-SHA-256; drivers refuse fewer than 4096.
    private const int DefaultIterations = 15000;
    private const int SaltLength = 28;

    /// <summary>Of a password in ASCII, which SASLprep leaves as it is.</summary>
    internal static ScramCredential Create(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(password), salt, DefaultIterations, HashAlgorithmName.SHA256, KeyLength);
        var clientKey = HMACSHA256.HashData(salted, "Client Key"u8);
        return new ScramCredential(salt, DefaultIterations, SHA256.HashData(clientKey), HMACSHA256.HashData(salted, "Server Key"u8));
    }

    /// <summary>Whether the proof was made with the password, for what both sides have said.</summary>
    internal bool IsProof(ReadOnlySpan<byte> proof, ReadOnlySpan<byte> authenticationMessage)
    {
        if (proof.Length != KeyLength)
        {
            return false;
        }

        var clientKey = HMACSHA256.HashData(StoredKey, authenticationMessage);
        for (var i = 0; i < KeyLength; i++)
        {
            clientKey[i] ^= proof[i];
        }

        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(clientKey), StoredKey);
    }
}
