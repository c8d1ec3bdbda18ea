namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>Holds a data folder for this process: two writers with a catalogue each would damage the data. The system lets go of it when the process dies.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    internal static FolderLock Take(string folder)
    {
        var path = Path.Combine(folder, "data.lock");
        try
        {
            Directory.CreateDirectory(folder);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(HolderPath(folder), $"{Environment.ProcessId}");
            return new FolderLock(file);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreException(StoreErrorCode.FileNotOpen, $"The data folder {folder} cannot be written: {error.Message}", error);
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw new StoreException(StoreErrorCode.DBPathInUse, $"The data folder {folder} is in use by another process{HolderOf(folder)}.", error);
        }
        catch (IOException error)
        {
            throw new StoreException(StoreErrorCode.FileNotOpen, $"The data folder {folder} cannot be made or written: {error.Message}", error);
        }
    }

    public void Dispose() => _file.Dispose();

    // A sharing or lock violation of Windows, EWOULDBLOCK of Linux, of macOS.
    private static bool IsHeld(IOException error) => error.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021) or 11 or 35;

    // Apart from the lock itself, which nobody else can read.
    private static string HolderPath(string folder) => Path.Combine(folder, "data.pid");

    private static string HolderOf(string folder)
    {
        try
        {
            return $" (pid {File.ReadAllText(HolderPath(folder))})";
        }
        catch (IOException)
        {
            // Only the number is missing in the message then.
            return "";
        }
    }
}
