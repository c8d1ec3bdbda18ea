using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>`mongoc_read_concern_t`.</summary>
internal sealed class ReadConcernHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Libmongoc.mongoc_read_concern_destroy(handle);
        return true;
    }
}
