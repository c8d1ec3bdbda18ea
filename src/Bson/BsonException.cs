using System.Diagnostics.CodeAnalysis;

namespace OwnedData.Bson;

/// <summary>
/// The one error of this project: bytes, text or a value that BSON cannot hold. The message names the byte offset, or the line and column, where
/// it was noticed.
/// </summary>
public sealed class BsonException : Exception
{
    internal BsonException(string message)
        : base(message)
    {
    }

    // Apart from the readers, so that their methods stay small enough to be inlined.
    [DoesNotReturn]
    internal static void Throw(string message, int offset) => throw new BsonException($"{message} (at byte {offset})");
}
