using System.Security.Cryptography;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>The one user of the listener, kept in a file of the data folder that its owner alone may read. The file holds no password.</summary>
internal sealed class ScramUser
{
    internal const string Name = "owneddata";

    private const string FileName = "listener-user.json";
    private const int PasswordBytes = 18;
    private const int MaximumIterations = 1_000_000;

    private ScramUser(ScramCredential credential) => Credential = credential;

    internal ScramCredential Credential { get; }

    /// <summary>Reads the user; makes it when there is none, and then gives its password, which nobody learns again.</summary>
    internal static ScramUser Open(string folder, out string? newPassword)
    {
        var path = Path.Combine(folder, FileName);
        newPassword = null;
        try
        {
            if (File.Exists(path))
            {
                return new ScramUser(Read(File.ReadAllText(path)));
            }

            newPassword = Convert.ToBase64String(RandomNumberGenerator.GetBytes(PasswordBytes)).Replace('+', '-').Replace('/', '_');
            var credential = ScramCredential.Create(newPassword);
            Write(path, credential);
            return new ScramUser(credential);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or BsonException)
        {
            throw new StoreException(StoreErrorCode.FileStreamFailed, $"{path} can't be used: {exception.Message} Without it a new user is made.", exception);
        }
    }

    private static ScramCredential Read(string text)
    {
        var document = BsonDocument.Parse(text);
        var iterations = document.TryGetValue("iterations"u8, out var number) ? number.AsInt32() : 0;
        var credential = new ScramCredential(Bytes(document, "salt"u8), iterations, Bytes(document, "storedKey"u8), Bytes(document, "serverKey"u8));
        return credential is { Salt.Length: > 0, Iterations: > 0 and <= MaximumIterations, StoredKey.Length: ScramCredential.KeyLength, ServerKey.Length: ScramCredential.KeyLength }
            ? credential
            : throw new InvalidDataException("It lacks what a log-in needs.");
    }

    private static byte[] Bytes(BsonDocument document, ReadOnlySpan<byte> name) =>
        document.TryGetValue(name, out var value) ? value.AsBinary(out _).ToArray() : [];

    private static void Write(string path, ScramCredential credential)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("user"u8, Name);
        writer.WriteBinary("salt"u8, credential.Salt, subtype: 0);
        writer.WriteInt32("iterations"u8, credential.Iterations);
        writer.WriteBinary("storedKey"u8, credential.StoredKey, subtype: 0);
        writer.WriteBinary("serverKey"u8, credential.ServerKey, subtype: 0);
        writer.WriteEndDocument();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(ExtendedJson.Write(writer.WrittenSpan, canonical: false));
    }
}
