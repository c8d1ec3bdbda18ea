using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Tests;

/// <summary>MongoDB's own programs, where tests/mongodb/setup has fetched them.</summary>
internal static class Mongod
{
    // Newer drivers don't speak with 3.6.
    private const int FirstMinorVersionThatIsTooNew = 30;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int GetVersion();

    /// <summary>Why tests that start some can't run; null when they can.</summary>
    public static string? ReasonToLeaveOut { get; } =
        !File.Exists(PathOf("mongod")) ? "tests/mongodb/setup has fetched no mongod"
        : !NativeLibrary.TryLoad("libmongoc-1.0.so.0", out var driver) ? "libmongoc 1.x is not installed"
        : Marshal.GetDelegateForFunctionPointer<GetVersion>(NativeLibrary.GetExport(driver, "mongoc_get_minor_version"))() is var version and >= FirstMinorVersionThatIsTooNew
            ? $"libmongoc 1.{version} doesn't speak with MongoDB 3.6"
        : null;

    public static string PathOf(string program)
    {
        var root = Environment.GetEnvironmentVariable("OWNEDDATA_MONGODB_ROOT") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "owneddata-mongodb");
        return Path.Combine(root, "bin", program);
    }
}
