using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>`mongoc_server_description_t`.</summary>
internal sealed class ServerDescriptionHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Libmongoc.mongoc_server_description_destroy(handle);
        return true;
    }
}
