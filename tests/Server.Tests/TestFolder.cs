namespace OwnedData.Server.Tests;

/// <summary>A temporary folder that goes when it is disposed.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("owneddata-server-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
