using System.Buffers;
using System.Security.Cryptography;

namespace OwnedData.Server.Documents;

/// <summary>The SHA-256 of a document's text: what Apollo's clients name a document by, and the key it is kept under.</summary>
internal readonly record struct DocumentHash
{
    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private DocumentHash(ReadOnlySpan<byte> hash) => (_high, _low) = (BitConverter.ToUInt128(hash), BitConverter.ToUInt128(hash[16..]));

    public static DocumentHash Of(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return new DocumentHash(hash);
    }

    /// <summary>False for what is not 64 hexadecimal digits.</summary>
    public static bool TryParse(string text, out DocumentHash hash)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        var isHash = text.Length == 2 * bytes.Length && Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done;
        hash = isHash ? new DocumentHash(bytes) : default;
        return isHash;
    }
}
