namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>What goes wrong with one request or its reply.</summary>
public enum Fault
{
    /// <summary>The connection is reset before the server has the request.</summary>
    ResetBeforeRequest,

    /// <summary>The server has done the request; the connection is reset in the middle of its reply.</summary>
    ResetInReply,

    /// <summary>The server has done the request; its reply never comes.</summary>
    Stall,

    /// <summary>The reply comes byte by byte.</summary>
    Trickle,

    /// <summary>The reply comes byte by byte, and would take longer than any command may.</summary>
    SlowTrickle,

    /// <summary>Bytes that are no message in the reply's place.</summary>
    Garbage,

    /// <summary>The reply's header, and bytes that are no document after it.</summary>
    GarbageAfterHeader,

    /// <summary>The reply says that it is shorter than its header.</summary>
    LengthBelowHeader,

    /// <summary>The reply says that it ends before it does.</summary>
    LengthTruncated,

    /// <summary>The reply says that it is longer than any may be.</summary>
    LengthBeyondLimit,

    /// <summary>The server refuses the request: another member is the primary now.</summary>
    NotWritablePrimary,

    /// <summary>The server doesn't know the cursor any more.</summary>
    CursorNotFound,
}
