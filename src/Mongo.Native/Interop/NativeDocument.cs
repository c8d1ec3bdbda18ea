using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>A `bson_t` that the driver fills: a reply, or options. Its memory is ours, what hangs on it the driver's.</summary>
internal sealed unsafe class NativeDocument : SafeHandle
{
    /// <summary>Size and alignment of `bson_t`.</summary>
    internal const int Size = 128;

    public NativeDocument()
        : base(0, ownsHandle: true)
    {
        SetHandle((nint)NativeMemory.AlignedAlloc(Size, Size));
        Libmongoc.bson_init(handle);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>Frees what the driver put in, before it puts in something else.</summary>
    public void Clear()
    {
        Libmongoc.bson_destroy(handle);
        Libmongoc.bson_init(handle);
    }

    public void Append(ReadOnlySpan<byte> name, long value)
    {
        fixed (byte* start = name)
        {
            Libmongoc.bson_append_int64(this, start, name.Length, value);
        }
    }

    public void Append(ReadOnlySpan<byte> name, bool value)
    {
        fixed (byte* start = name)
        {
            Libmongoc.bson_append_bool(this, start, name.Length, value);
        }
    }

    /// <summary>The bytes; valid until the next change and only while this handle lives.</summary>
    public ReadOnlySpan<byte> Read()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);

        // The length stands behind the flags.
        return new ReadOnlySpan<byte>((void*)Libmongoc.bson_get_data(handle), ((int*)handle)[1]);
    }

    protected override bool ReleaseHandle()
    {
        Libmongoc.bson_destroy(handle);
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
