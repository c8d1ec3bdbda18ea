using System.Runtime.InteropServices;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>The same as <see cref="DriverFactAttribute"/> for a test with several cases, and where it says so only with a driver of some version or later.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DriverTheoryAttribute : TheoryAttribute
{
    public DriverTheoryAttribute() => Skip = DriverLibrary.IsPresent ? null : "libmongoc is not installed";

    /// <param name="major">The driver's version.</param>
    /// <param name="minor">Its second number.</param>
    /// <param name="before">What earlier drivers do.</param>
    public DriverTheoryAttribute(int major, int minor, string before)
        : this()
    {
        (Major, Minor, Before) = (major, minor, before);
        Skip ??= IsAtLeast(major, minor) ? null : $"libmongoc before {major}.{minor} {before}";
    }

    public int Major { get; }

    public int Minor { get; }

    public string? Before { get; }

    private static bool IsAtLeast(int major, int minor)
    {
        var library = DriverLibrary.Names.Select(name => NativeLibrary.TryLoad(name, out var handle) ? handle : 0).First(handle => handle != 0);
        return Marshal.GetDelegateForFunctionPointer<CheckVersion>(NativeLibrary.GetExport(library, "mongoc_check_version"))(major, minor, 0) != 0;
    }

    // In C a bool, one byte.
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate byte CheckVersion(int major, int minor, int micro);
}
