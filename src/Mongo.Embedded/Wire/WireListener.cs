using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>
/// MongoDB's wire protocol over the embedded store, for an operator's own tools: it stands beside the API and past its access rules, so it listens on the loopback address
/// alone and only to whoever knows its user's password. What one connection does wrong ends that connection.
/// </summary>
public sealed class WireListener : IAsyncDisposable
{
    internal const int MaximumConnections = 100;

    private const int Backlog = 16;

    // Long enough that a process out of handles does not spin, short enough that nobody notices.
    private static readonly TimeSpan s_acceptPause = TimeSpan.FromMilliseconds(100);

    private readonly TcpListener _listener;
    private readonly CommandRouter _router;
    private readonly TimeProvider _timeProvider;
    private readonly Action<Exception> _report;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly ConcurrentDictionary<int, Task> _connections = [];
    private readonly Task _accepting;
    private int _lastConnection;

    private WireListener(EmbeddedMongoStore store, TcpListener listener, ScramUser user, string? newPassword, Action<Exception> report)
    {
        _listener = listener;
        _timeProvider = store.TimeProvider;
        _report = report;
        _router = new CommandRouter(store, user, () => _connections.Count, _lifetime.Token);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        NewPassword = newPassword;
        _accepting = AcceptAsync();
    }

    /// <summary>The one user's name.</summary>
    public static string User => ScramUser.Name;

    /// <summary>The one database's name.</summary>
    public static string Database => ClientCommand.OwnDatabase;

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>The user's password, when the user was made just now: it is kept nowhere. Null else.</summary>
    public string? NewPassword { get; }

    /// <summary>Listens, and makes the user in the data folder when there is none. Throws <see cref="StoreException"/> where either can't be.</summary>
    /// <param name="store">Outlives the listener.</param>
    /// <param name="port">Zero for any that is free.</param>
    /// <param name="report">Is told of what only a mistake in this program can cause.</param>
    public static WireListener Start(EmbeddedMongoStore store, int port, Action<Exception> report)
    {
        var user = ScramUser.Open(store.Folder, out var newPassword);
        var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = !OperatingSystem.IsWindows() };
        try
        {
            listener.Start(Backlog);
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            throw new StoreException(StoreErrorCode.HostUnreachable, $"The embedded store can't listen on port {port}: {exception.Message}", exception);
        }

        return new WireListener(store, listener, user, newPassword, report);
    }

    /// <summary>Ends all connections and cursors. The store is closed afterwards, not before.</summary>
    public async ValueTask DisposeAsync()
    {
        await _lifetime.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _router.Dispose();
        _lifetime.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_lifetime.IsCancellationRequested)
        {
            try
            {
                Serve(await _listener.AcceptSocketAsync(_lifetime.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(s_acceptPause, _timeProvider, CancellationToken.None);
            }
        }
    }

    private void Serve(Socket socket)
    {
        if (_connections.Count >= MaximumConnections)
        {
            socket.Dispose();
            return;
        }

        var id = ++_lastConnection;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections[id] = RunAsync(id, socket, ready.Task);
        ready.SetResult();
    }

    private async Task RunAsync(int id, Socket socket, Task ready)
    {
        // Not before it is in the list, so that its end finds it there.
        await ready;
        try
        {
            using var connection = new WireConnection(new ClientSession(id), socket, _router, _timeProvider);
            await connection.RunAsync(_lifetime.Token);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or WireProtocolException)
        {
            // The other side went away, was too slow or spoke something else: nobody is left to tell.
        }
        catch (Exception exception)
        {
            _report(exception);
        }

        _connections.TryRemove(id, out _);
    }
}
