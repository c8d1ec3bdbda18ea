using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>`mongoc_collection_t`; ends before the client that it is of.</summary>
internal sealed class CollectionHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Libmongoc.mongoc_collection_destroy(handle);
        return true;
    }
}
