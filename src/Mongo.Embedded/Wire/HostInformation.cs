using System.Runtime.InteropServices;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>`hostInfo`, the machine: without it MongoDB Compass shows no database.</summary>
internal static class HostInformation
{
    internal static void Write(BsonWriter writer, TimeProvider timeProvider)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20;
        writer.WriteStartDocument("system"u8);
        writer.WriteDateTime("currentTime"u8, timeProvider.GetUtcNow().ToUnixTimeMilliseconds());
        writer.WriteString("hostname"u8, Environment.MachineName);
        writer.WriteInt32("cpuAddrSize"u8, 8 * IntPtr.Size);
        writer.WriteInt64("memSizeMB"u8, memory);
        writer.WriteInt64("memLimitMB"u8, memory);
        writer.WriteInt32("numCores"u8, Environment.ProcessorCount);
        writer.WriteString("cpuArch"u8, Architecture());
        writer.WriteBoolean("numaEnabled"u8, false);
        writer.WriteEndDocument();
        writer.WriteStartDocument("os"u8);
        writer.WriteString("type"u8, OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "Darwin" : "Linux");
        writer.WriteString("name"u8, RuntimeInformation.OSDescription);
        writer.WriteString("version"u8, Environment.OSVersion.Version.ToString());
        writer.WriteEndDocument();
        writer.WriteStartDocument("extra"u8);
        writer.WriteEndDocument();
    }

    // As `uname` has it, and MongoDB after it.
    private static string Architecture() => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x86_64",
        System.Runtime.InteropServices.Architecture.Arm64 => "aarch64",
        var other => other.ToString(),
    };
}
