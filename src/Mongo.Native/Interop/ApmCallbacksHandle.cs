using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>`mongoc_apm_callbacks_t`: which events of the driver call us back.</summary>
internal sealed class ApmCallbacksHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Libmongoc.mongoc_apm_callbacks_destroy(handle);
        return true;
    }
}
