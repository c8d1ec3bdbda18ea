using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>`mongoc_client_pool_t`; stays until its last client is back.</summary>
internal sealed class PoolHandle() : SafeHandle(0, ownsHandle: true)
{
    private GCHandle _listener;

    public override bool IsInvalid => handle == 0;

    /// <summary>Who the driver's callbacks are for: kept alive until none can come any more. Given once.</summary>
    public nint Keep(object listener)
    {
        _listener = GCHandle.Alloc(listener);
        return GCHandle.ToIntPtr(_listener);
    }

    protected override bool ReleaseHandle()
    {
        Libmongoc.mongoc_client_pool_destroy(handle);
        if (_listener.IsAllocated)
        {
            _listener.Free();
        }

        return true;
    }
}
