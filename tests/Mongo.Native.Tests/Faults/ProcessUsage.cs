using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>
/// What this process holds, on Linux. A leak shows in what is in use: resident memory also has what the C library keeps for each of its arenas, which grows for a quarter of an hour under
/// any load and then stays. The thread pool's threads come and go with how busy the machine is.
/// </summary>
/// <param name="Resident">Bytes.</param>
/// <param name="Managed">Bytes that live after a collection.</param>
/// <param name="Native">Bytes allocated and not freed in the C library's heap: libmongoc's, SQLite's, the runtime's.</param>
/// <param name="NativeKept">Bytes freed that the C library keeps.</param>
/// <param name="Handles">Open files and sockets.</param>
/// <param name="Threads">All but the thread pool's.</param>
/// <param name="PoolThreads">The thread pool's.</param>
internal readonly partial record struct ProcessUsage(long Resident, long Managed, long Native, long NativeKept, int Handles, int Threads, int PoolThreads)
{
    private const string PoolThread = ".NET TP Worker\n";

    public static ProcessUsage Measure()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var heap = mallinfo2();
        var threads = Directory.GetDirectories("/proc/self/task").Select(NameOf).ToList();
        var poolThreads = threads.Count(name => name == PoolThread);
        return new ProcessUsage(
            process.WorkingSet64,
            GC.GetTotalMemory(forceFullCollection: true),
            (long)(heap.InUse + heap.MappedInUse),
            (long)heap.Free,
            process.HandleCount,
            threads.Count - poolThreads,
            poolThreads);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"RSS {Resident / 1e6,6:0.0} MB  managed {Managed / 1e6,4:0.0}  native {Native / 1e6,4:0.0}  kept {NativeKept / 1e6,5:0.0}  handles {Handles,4}  threads {Threads,3} + {PoolThreads,2}");

    // A thread may have ended since it was listed.
    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm"));
        }
        catch (IOException)
        {
            return PoolThread;
        }
    }

    [LibraryImport("libc.so.6")]
    private static partial HeapInformation mallinfo2();

    /// <summary>`struct mallinfo2`.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct HeapInformation
    {
        private readonly nuint _arena;
        private readonly nuint _freeChunks;
        private readonly nuint _fastBlocks;
        private readonly nuint _mappedRegions;
        public readonly nuint MappedInUse;
        private readonly nuint _unused;
        private readonly nuint _fastFree;
        public readonly nuint InUse;
        public readonly nuint Free;
        private readonly nuint _releasable;
    }
}
