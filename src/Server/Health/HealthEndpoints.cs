using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Observability;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Health;

/// <summary>What an orchestrator asks: is the process alive, and can it serve. Neither answer tells more than that. The first is outside all limits.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints, IMongoStore store, ILogger logger)
    {
        endpoints.MapGet("/health/live", http => http.Response.WriteAsync("live", http.RequestAborted)).DisableRateLimiting();
        endpoints.MapGet("/health/ready", async http =>
        {
            var isReady = await AnswersAsync(store, logger, http.RequestAborted);
            http.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await http.Response.WriteAsync(isReady ? "ready" : "the store does not answer", http.RequestAborted);
        });
    }

    private static async Task<bool> AnswersAsync(IMongoStore store, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var batch in store.QueryAsync(new FindCommand(ServerCollection.Name) { Limit = 1 }, cancellationToken))
            {
                batch.Dispose();
            }

            return true;
        }
        catch (StoreException exception)
        {
            Log.StoreNotReady(logger, exception);
            return false;
        }
    }
}
