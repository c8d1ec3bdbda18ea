namespace OwnedData.Mongo.Native;

/// <summary>
/// Is told what becomes of the servers of a MongoDB, one event after the other, on threads of the driver's, which wait for it. Servers are host and port, their types those
/// of MongoDB's drivers: `RSPrimary`, `RSSecondary`, `Standalone`, `Mongos`, or `Unknown` for one that does not answer.
/// </summary>
public interface IDeploymentObserver
{
    /// <summary>A server's type is another one now: it came, went, or has another part in its replica set.</summary>
    void ServerChanged(string server, string was, string now);

    /// <summary>A server does not answer; told once until it has answered again. The reason is the driver's, and may hold the server's words.</summary>
    void ServerFailed(string server, string reason);

    /// <summary>Another member of the replica set is the primary now.</summary>
    /// <param name="was">Null for the first.</param>
    /// <param name="now">Never the same.</param>
    void PrimaryChanged(string? was, string now);
}
