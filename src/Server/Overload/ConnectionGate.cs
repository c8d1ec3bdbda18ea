using Microsoft.AspNetCore.Connections;

namespace OwnedData.Server.Overload;

/// <summary>
/// Before TLS and HTTP: counts open connections. One over the limit is marked as surplus, so that its request can be told to come again, and
/// so that `/health/live` still answers. Surplus connections are few: a new one closes the oldest, so idle ones can't keep it out.
/// </summary>
internal sealed class ConnectionGate(int mostConnections)
{
    /// <summary>The most surplus connections open at once.</summary>
    public const int MostSurplus = 500;

    private readonly Lock _lock = new();

    // Both under the lock.
    private readonly LinkedList<ConnectionContext> _surplus = [];
    private int _regular;

    public ConnectionDelegate Guard(ConnectionDelegate next) => connection => ServeAsync(connection, next);

    private async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var place = Enter(connection, out var oldest);
        oldest?.Abort(new ConnectionAbortedException("There are too many connections, and newer ones came."));
        try
        {
            await next(connection);
        }
        finally
        {
            Leave(place);
        }
    }

    // Null for a regular connection, else its place among the surplus ones, and the one that has to go for it.
    private LinkedListNode<ConnectionContext>? Enter(ConnectionContext connection, out ConnectionContext? oldest)
    {
        oldest = null;
        lock (_lock)
        {
            if (_regular < mostConnections)
            {
                _regular++;
                return null;
            }

            if (_surplus.Count == MostSurplus)
            {
                oldest = _surplus.First!.Value;
                _surplus.RemoveFirst();
            }

            connection.Features.Set(SurplusConnection.Instance);
            return _surplus.AddLast(connection);
        }
    }

    private void Leave(LinkedListNode<ConnectionContext>? place)
    {
        lock (_lock)
        {
            if (place is null)
            {
                _regular--;
            }
            else if (place.List is not null)
            {
                _surplus.Remove(place);
            }
        }
    }
}
