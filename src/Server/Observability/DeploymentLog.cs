using System.Text.Encodings.Web;
using System.Text.Json;
using OwnedData.Mongo.Native;

namespace OwnedData.Server.Observability;

/// <summary>Tells the log what becomes of MongoDB's servers: for whoever runs this one, never for a client.</summary>
internal sealed class DeploymentLog(ILogger logger) : IDeploymentObserver
{
    private const string Unknown = "Unknown";

    public void ServerChanged(string server, string was, string now)
    {
        if (now == Unknown)
        {
            Log.ServerLost(logger, Encode(server), was);
        }
        else if (was == Unknown)
        {
            Log.ServerFound(logger, Encode(server), now);
        }
        else
        {
            Log.ServerChanged(logger, Encode(server), was, now);
        }
    }

    public void ServerFailed(string server, string reason) => Log.ServerFailed(logger, Encode(server), Encode(reason));

    public void PrimaryChanged(string? was, string now)
    {
        if (was is null)
        {
            Log.PrimaryFound(logger, Encode(now));
        }
        else
        {
            Log.PrimaryChanged(logger, Encode(was), Encode(now));
        }
    }

    // Somebody else's text stays in its line.
    private static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
