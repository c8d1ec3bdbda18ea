using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>The functions of libmongoc and libbson that are called, under their own names: https://mongoc.org. All of them are in 1.23 as in 2.x.</summary>
internal static unsafe partial class Libmongoc
{
    private const string Library = DriverLibrary.ImportName;

    [LibraryImport(Library)]
    public static partial void mongoc_init();

    [LibraryImport(Library)]
    public static partial void mongoc_log_set_handler(nint handler, nint userData);

    [LibraryImport(Library)]
    public static partial void bson_init(nint document);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool bson_init_static(nint document, byte* data, nuint length);

    [LibraryImport(Library)]
    public static partial nint bson_get_data(nint document);

    [LibraryImport(Library)]
    public static partial void bson_destroy(nint document);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial UriHandle mongoc_uri_new_with_error(string text, out BsonError error);

    [LibraryImport(Library)]
    public static partial nint mongoc_uri_get_database(UriHandle uri);

    [LibraryImport(Library)]
    public static partial nint mongoc_uri_get_read_concern(UriHandle uri);

    [LibraryImport(Library)]
    public static partial nint mongoc_uri_get_write_concern(UriHandle uri);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int mongoc_uri_get_option_as_int32(UriHandle uri, string option, int fallback);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_uri_has_option(UriHandle uri, string option);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_uri_set_option_as_int32(UriHandle uri, string option, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint mongoc_uri_get_option_as_utf8(UriHandle uri, string option, nint fallback);

    [LibraryImport(Library)]
    public static partial void mongoc_uri_set_read_concern(UriHandle uri, ReadConcernHandle concern);

    [LibraryImport(Library)]
    public static partial void mongoc_uri_set_write_concern(UriHandle uri, WriteConcernHandle concern);

    [LibraryImport(Library)]
    public static partial void mongoc_uri_destroy(nint uri);

    [LibraryImport(Library)]
    public static partial ReadConcernHandle mongoc_read_concern_new();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_read_concern_set_level(ReadConcernHandle concern, string level);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_read_concern_is_default(nint concern);

    [LibraryImport(Library)]
    public static partial void mongoc_read_concern_destroy(nint concern);

    [LibraryImport(Library)]
    public static partial WriteConcernHandle mongoc_write_concern_new();

    [LibraryImport(Library)]
    public static partial void mongoc_write_concern_set_w(WriteConcernHandle concern, int w);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_write_concern_is_default(nint concern);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_write_concern_is_acknowledged(nint concern);

    [LibraryImport(Library)]
    public static partial void mongoc_write_concern_destroy(nint concern);

    [LibraryImport(Library)]
    public static partial PoolHandle mongoc_client_pool_new_with_error(UriHandle uri, out BsonError error);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_pool_set_error_api(PoolHandle pool, int version);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_pool_set_appname(PoolHandle pool, string name);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_pool_set_apm_callbacks(PoolHandle pool, ApmCallbacksHandle callbacks, nint context);

    [LibraryImport(Library)]
    public static partial nint mongoc_client_pool_pop(PoolHandle pool);

    [LibraryImport(Library)]
    public static partial void mongoc_client_pool_push(nint pool, nint client);

    [LibraryImport(Library)]
    public static partial void mongoc_client_pool_destroy(nint pool);

    [LibraryImport(Library)]
    public static partial nint mongoc_client_get_read_prefs(ClientHandle client);

    [LibraryImport(Library)]
    public static partial ServerDescriptionHandle mongoc_client_select_server(
        ClientHandle client, [MarshalAs(UnmanagedType.U1)] bool forWrites, nint readPreferences, out BsonError error);

    [LibraryImport(Library)]
    public static partial uint mongoc_server_description_id(ServerDescriptionHandle description);

    [LibraryImport(Library)]
    public static partial void mongoc_server_description_destroy(nint description);

    [LibraryImport(Library)]
    public static partial SessionOptionsHandle mongoc_session_opts_new();

    [LibraryImport(Library)]
    public static partial void mongoc_session_opts_set_causal_consistency(SessionOptionsHandle options, [MarshalAs(UnmanagedType.U1)] bool isConsistent);

    [LibraryImport(Library)]
    public static partial void mongoc_session_opts_destroy(nint options);

    [LibraryImport(Library)]
    public static partial SessionHandle mongoc_client_start_session(ClientHandle client, SessionOptionsHandle options, out BsonError error);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_session_append(SessionHandle session, NativeDocument options, out BsonError error);

    [LibraryImport(Library)]
    public static partial void mongoc_client_session_destroy(nint session);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool bson_append_int64(NativeDocument document, byte* name, int nameLength, long value);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool bson_append_bool(NativeDocument document, byte* name, int nameLength, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial CollectionHandle mongoc_client_get_collection(ClientHandle client, byte* database, string name);

    [LibraryImport(Library)]
    public static partial void mongoc_collection_destroy(nint collection);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_collection_insert_many(
        CollectionHandle collection, nint* documents, nuint count, NativeDocument options, NativeDocument reply, out BsonError error);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_read_command_with_opts(
        ClientHandle client, byte* database, nint command, nint readPreferences, NativeDocument options, NativeDocument reply, out BsonError error);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_write_command_with_opts(
        ClientHandle client, byte* database, nint command, NativeDocument options, NativeDocument reply, out BsonError error);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_command_with_opts(
        ClientHandle client, byte* database, nint command, nint readPreferences, NativeDocument options, NativeDocument reply, out BsonError error);

    [LibraryImport(Library)]
    public static partial ApmCallbacksHandle mongoc_apm_callbacks_new();

    [LibraryImport(Library)]
    public static partial void mongoc_apm_callbacks_destroy(nint callbacks);

    [LibraryImport(Library)]
    public static partial nint mongoc_apm_server_changed_get_context(nint changed);

    [LibraryImport(Library)]
    public static partial nint mongoc_apm_server_changed_get_host(nint changed);

    [LibraryImport(Library)]
    public static partial nint mongoc_apm_server_changed_get_new_description(nint changed);

    [LibraryImport(Library)]
    public static partial nint mongoc_server_description_type(nint description);

    [LibraryImport(Library)]
    public static partial nint mongoc_apm_server_closed_get_context(nint closed);

    [LibraryImport(Library)]
    public static partial nint mongoc_apm_server_closed_get_host(nint closed);

    [LibraryImport(Library)]
    public static partial nint mongoc_apm_server_heartbeat_failed_get_context(nint failed);

    [LibraryImport(Library)]
    public static partial nint mongoc_apm_server_heartbeat_failed_get_host(nint failed);

    [LibraryImport(Library)]
    public static partial void mongoc_apm_server_heartbeat_failed_get_error(nint failed, out BsonError error);

    [LibraryImport(Library)]
    public static partial void mongoc_apm_set_server_changed_cb(ApmCallbacksHandle callbacks, delegate* unmanaged[Cdecl]<nint, void> callback);

    [LibraryImport(Library)]
    public static partial void mongoc_apm_set_server_closed_cb(ApmCallbacksHandle callbacks, delegate* unmanaged[Cdecl]<nint, void> callback);

    [LibraryImport(Library)]
    public static partial void mongoc_apm_set_server_heartbeat_failed_cb(ApmCallbacksHandle callbacks, delegate* unmanaged[Cdecl]<nint, void> callback);
}
