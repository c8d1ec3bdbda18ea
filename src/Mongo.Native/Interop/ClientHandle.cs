using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>`mongoc_client_t` out of a pool: one connection to each server, for one thread at a time. Goes back to its pool, which it keeps alive.</summary>
internal sealed class ClientHandle : SafeHandle
{
    private readonly PoolHandle _pool;

    /// <summary>Waits for a client when all are out.</summary>
    public ClientHandle(PoolHandle pool)
        : base(0, ownsHandle: true)
    {
        var isHeld = false;
        pool.DangerousAddRef(ref isHeld);
        _pool = pool;
        SetHandle(Libmongoc.mongoc_client_pool_pop(pool));
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Libmongoc.mongoc_client_pool_push(_pool.DangerousGetHandle(), handle);
        _pool.DangerousRelease();
        return true;
    }
}
