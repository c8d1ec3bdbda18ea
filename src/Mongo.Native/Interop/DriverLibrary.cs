using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>
/// Finds libmongoc, MongoDB's own C driver, the first time a MongoDB URI is used. Both its lines are good: they keep the functions that are called here.
/// </summary>
internal static class DriverLibrary
{
    /// <summary>The name that the imports bear; <see cref="Names"/> are looked for in its place.</summary>
    public const string ImportName = "libmongoc";

    private static readonly Lazy<nint> s_handle = new(() => Find(Names));

    /// <summary>Debian's and other Linux distributions' file names, then those that the runtime completes for this platform.</summary>
    public static ImmutableArray<string> Names { get; } = ["libmongoc-1.0.so.0", "libmongoc2.so.2", "mongoc-1.0", "mongoc2"];

    /// <summary>Whether the driver is on this machine.</summary>
    public static bool IsPresent => s_handle.Value != 0;

    /// <summary>Loads and prepares the driver, once. Throws <see cref="StoreException"/> where it is missing.</summary>
    public static void Load()
    {
        if (!IsPresent)
        {
            throw new StoreException(
                StoreErrorCode.OperationFailed,
                $"MongoDB's C driver is missing. Install libmongoc: its package is libmongoc-1.0-0, libmongoc-1.0-0t64 or libmongoc2-2, by the system's age. Looked for: {string.Join(", ", Names)}");
        }

        Initialization.Run();
    }

    /// <summary>The first library of these that loads; 0 for none.</summary>
    internal static nint Find(ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, typeof(DriverLibrary).Assembly, DllImportSearchPath.SafeDirectories, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }

    // libbson's functions are found through it as well: it depends on that library.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) => name == ImportName ? s_handle.Value : 0;

    private static class Initialization
    {
        static Initialization()
        {
            NativeLibrary.SetDllImportResolver(typeof(DriverLibrary).Assembly, Resolve);
            Libmongoc.mongoc_init();

            // It would write to the standard error stream, in its own words.
            Libmongoc.mongoc_log_set_handler(0, 0);
        }

        public static void Run()
        {
            // The static constructor has.
        }
    }
}
