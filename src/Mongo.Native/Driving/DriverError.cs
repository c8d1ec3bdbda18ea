using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Driving;

/// <summary>What the driver reports as an error becomes a <see cref="StoreException"/> with MongoDB's code: the server's, or the one that MongoDB has for a broken connection.</summary>
internal static class DriverError
{
    // mongoc_error_domain_t and mongoc_error_code_t.
    private const uint ClientDomain = 1;
    private const uint StreamDomain = 2;
    private const uint ProtocolDomain = 3;
    private const uint SaslDomain = 7;
    private const uint BsonDomain = 8;
    private const uint CommandDomain = 11;
    private const uint ScramDomain = 14;
    private const uint ServerSelectionDomain = 15;
    private const uint WriteConcernDomain = 16;
    private const uint ServerDomain = 17;
    private const uint AuthenticationCode = 11;

    /// <param name="reply">What the server said; a document without elements, or nothing at all, when it said nothing.</param>
    /// <param name="error">What the driver says.</param>
    public static StoreException ToException(ReadOnlySpan<byte> reply, in BsonError error)
    {
        var labels = reply.IsEmpty ? [] : CommandReply.ReadErrorLabels(reply);
        return (reply.IsEmpty ? null : CommandReply.ReadError(reply))
            ?? new StoreException(CodeOf(error), Describe(error)) { Labels = labels };
    }

    public static string Describe(in BsonError error) => error.Domain == ServerDomain ? error.Message : $"{error.Message} ({error.Domain}.{error.Code})";

    private static StoreErrorCode CodeOf(in BsonError error) => error.Domain switch
    {
        ServerDomain or WriteConcernDomain => (StoreErrorCode)(int)error.Code,
        ServerSelectionDomain => StoreErrorCode.FailedToSatisfyReadPreference,
        SaslDomain or ScramDomain => StoreErrorCode.AuthenticationFailed,
        ClientDomain when error.Code == AuthenticationCode => StoreErrorCode.AuthenticationFailed,
        ClientDomain or StreamDomain => StoreErrorCode.HostUnreachable,
        ProtocolDomain => StoreErrorCode.ProtocolError,
        BsonDomain or CommandDomain => StoreErrorCode.BadValue,
        _ => StoreErrorCode.InternalError,
    };
}
