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
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes($"{Environment.ProcessId}"));
            file.Flush();
            return new FolderLock(file);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreException(StoreErrorCode.FileNotOpen, $"The data folder {folder} cannot be written: {error.Message}", error);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new StoreException(StoreErrorCode.DBPathInUse, $"The data folder {folder} is in use by another process{HolderOf(path)}.", error);
        }
        catch (IOException error)
        {
            throw new StoreException(StoreErrorCode.FileNotOpen, $"The data folder {folder} cannot be made or written: {error.Message}", error);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string HolderOf(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd() is { Length: > 0 } pid ? $" (pid {pid})" : "";
        }
        catch (IOException)
        {
            // Where the system does not let anyone read a locked file, the number is only missing in the message.
            return "";
        }
    }
}
