using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>`mongoc_host_list_t`, a public structure of the driver's: a server's host and port.</summary>
internal static class HostList
{
    // `next`, then `host` with BSON_HOST_NAME_MAX + 1 characters.
    private static readonly int s_hostAndPort = IntPtr.Size + 256;

    /// <summary>As `host:port`, or `[host]:port` for an IPv6 address.</summary>
    public static string Read(nint host) => Marshal.PtrToStringUTF8(host + s_hostAndPort)!;
}
