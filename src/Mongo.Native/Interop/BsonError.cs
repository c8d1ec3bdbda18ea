using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>`bson_error_t`: what the driver says where there is no reply of the server's to say it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BsonError
{
    public uint Domain;
    public uint Code;
    private MessageBuffer _message;

    public readonly string Message
    {
        get
        {
            ReadOnlySpan<byte> bytes = _message;
            var end = bytes.IndexOf((byte)0);
            return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
        }
    }

    [InlineArray(504)]
    private struct MessageBuffer
    {
        private byte _first;
    }
}
