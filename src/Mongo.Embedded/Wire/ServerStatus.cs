using System.Diagnostics;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>`serverStatus`: of what MongoDB tells, the part that is true of this process. What is counted nowhere is left out, not zero.</summary>
internal static class ServerStatus
{
    internal static void Write(BsonWriter writer, int connections, TimeProvider timeProvider)
    {
        using var process = Process.GetCurrentProcess();
        var now = timeProvider.GetUtcNow();
        var uptime = now - new DateTimeOffset(process.StartTime);
        writer.WriteString("host"u8, Environment.MachineName);
        writer.WriteString("version"u8, ServerInformation.Version);
        writer.WriteString("process"u8, "owneddata");
        writer.WriteInt64("pid"u8, Environment.ProcessId);
        writer.WriteDouble("uptime"u8, Math.Floor(uptime.TotalSeconds));
        writer.WriteInt64("uptimeMillis"u8, (long)uptime.TotalMilliseconds);
        writer.WriteInt64("uptimeEstimate"u8, (long)uptime.TotalSeconds);
        writer.WriteDateTime("localTime"u8, now.ToUnixTimeMilliseconds());
        writer.WriteStartDocument("connections"u8);
        writer.WriteInt32("current"u8, connections);
        writer.WriteInt32("available"u8, WireListener.MaximumConnections - connections);
        writer.WriteEndDocument();
        writer.WriteStartDocument("mem"u8);
        writer.WriteInt32("bits"u8, 8 * IntPtr.Size);
        writer.WriteInt32("resident"u8, (int)(process.WorkingSet64 >> 20));
        writer.WriteInt32("virtual"u8, (int)Math.Min(process.VirtualMemorySize64 >> 20, int.MaxValue));
        writer.WriteBoolean("supported"u8, true);
        writer.WriteEndDocument();
        writer.WriteStartDocument("storageEngine"u8);
        writer.WriteString("name"u8, "sqlite");
        writer.WriteBoolean("persistent"u8, true);
        writer.WriteEndDocument();
    }
}
