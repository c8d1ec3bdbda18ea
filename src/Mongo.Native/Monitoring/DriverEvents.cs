using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Monitoring;

/// <summary>
/// What the driver calls, on its own threads and while it holds its own locks: hands names and texts on, copied, and never calls the driver back. An exception here would end
/// the process, since no frame above is .NET's.
/// </summary>
internal static unsafe class DriverEvents
{
    /// <summary>Has the driver report what happens to the deployment. Before the pool's first client is out.</summary>
    public static void Report(PoolHandle pool, Deployment deployment)
    {
        using var callbacks = Libmongoc.mongoc_apm_callbacks_new();
        Libmongoc.mongoc_apm_set_server_changed_cb(callbacks, &OnServerChanged);
        Libmongoc.mongoc_apm_set_server_closed_cb(callbacks, &OnServerClosed);
        Libmongoc.mongoc_apm_set_server_heartbeat_failed_cb(callbacks, &OnHeartbeatFailed);
        Libmongoc.mongoc_client_pool_set_apm_callbacks(pool, callbacks, pool.Keep(deployment));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnServerChanged(nint changed)
    {
        var type = Libmongoc.mongoc_server_description_type(Libmongoc.mongoc_apm_server_changed_get_new_description(changed));
        Tell(
            Libmongoc.mongoc_apm_server_changed_get_context(changed),
            Libmongoc.mongoc_apm_server_changed_get_host(changed),
            (deployment, server) => deployment.Change(server, Marshal.PtrToStringUTF8(type)!));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnServerClosed(nint closed) => Tell(
        Libmongoc.mongoc_apm_server_closed_get_context(closed),
        Libmongoc.mongoc_apm_server_closed_get_host(closed),
        (deployment, server) => deployment.Remove(server));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnHeartbeatFailed(nint failed)
    {
        Libmongoc.mongoc_apm_server_heartbeat_failed_get_error(failed, out var error);
        Tell(
            Libmongoc.mongoc_apm_server_heartbeat_failed_get_context(failed),
            Libmongoc.mongoc_apm_server_heartbeat_failed_get_host(failed),
            (deployment, server) => deployment.Fail(server, error.Message));
    }

    private static void Tell(nint context, nint host, Action<Deployment, string> tell)
    {
        try
        {
            tell((Deployment)GCHandle.FromIntPtr(context).Target!, HostList.Read(host));
        }
        catch (Exception)
        {
            // Of whoever listens to measurements or events. There is nobody to tell, and the driver goes on without it.
        }
    }
}
