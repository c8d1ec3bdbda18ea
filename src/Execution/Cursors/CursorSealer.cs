using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Access;

namespace OwnedData.Execution.Cursors;

/// <summary>
/// Seals the sort values of a document into an opaque cursor, and opens it again for the same viewer and the same order
/// only. Authenticated encryption (AES-GCM); the nonce is made from the content by HMAC, so equal places have equal
/// cursors on every server that has the key, and no two contents share a nonce.
/// </summary>
public sealed class CursorSealer
{
    /// <summary>The length of the key in bytes.</summary>
    public const int KeyLength = 32;

    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    // No request is longer. A cursor holds the sort values themselves, so it is as long as the longest text that is sorted by.
    private const int MaximumTextLength = 1 << 20;

    private readonly byte[] _encryptionKey;
    private readonly byte[] _nonceKey;

    /// <summary>A sealer with a secret key of <see cref="KeyLength"/> bytes, the same on all servers.</summary>
    public CursorSealer(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyLength);
        _encryptionKey = HMACSHA256.HashData(key, "cursor encryption"u8);
        _nonceKey = HMACSHA256.HashData(key, "cursor nonce"u8);
    }

    /// <summary>The cursor as base64url text.</summary>
    /// <param name="values">The sort values, `_id` last.</param>
    /// <param name="order">The order they belong to, type included.</param>
    internal string Seal(BsonDocument values, string order, Viewer viewer)
    {
        var context = ContextOf(order, viewer);
        var content = values.Span;
        var cursor = new byte[Overhead + content.Length];
        cursor[0] = Version;
        var nonce = cursor.AsSpan(1, NonceLength);
        MakeNonce(context, content, nonce);
        using var cipher = new AesGcm(_encryptionKey, TagLength);
        cipher.Encrypt(nonce, content, cursor.AsSpan(1 + NonceLength, content.Length), cursor.AsSpan(^TagLength), context);
        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>False for a text that was not sealed with this key for this viewer and this order.</summary>
    internal bool TryOpen(string text, string order, Viewer viewer, [NotNullWhen(true)] out BsonDocument? values)
    {
        values = null;
        if (text.Length > MaximumTextLength || !Base64Url.IsValid(text, out var length) || length < Overhead)
        {
            return false;
        }

        var cursor = Base64Url.DecodeFromChars(text);
        if (cursor[0] != Version || Base64Url.EncodeToString(cursor) != text)
        {
            return false;
        }

        var content = new byte[cursor.Length - Overhead];
        try
        {
            using var cipher = new AesGcm(_encryptionKey, TagLength);
            cipher.Decrypt(
                cursor.AsSpan(1, NonceLength),
                cursor.AsSpan(1 + NonceLength, content.Length),
                cursor.AsSpan(^TagLength),
                content,
                ContextOf(order, viewer));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        values = new BsonDocument(content);
        return true;
    }

    // Lengths are not needed between the parts: none of them can hold a NUL but the subject, which comes last.
    private static byte[] ContextOf(string order, Viewer viewer) =>
        Encoding.UTF8.GetBytes($"{order}\0{viewer.Issuer}\0{viewer.Subject}");

    private void MakeNonce(ReadOnlySpan<byte> context, ReadOnlySpan<byte> content, Span<byte> nonce)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _nonceKey);
        hash.AppendData(context);
        hash.AppendData(content);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(full);
        full[..NonceLength].CopyTo(nonce);
    }
}
