using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OwnedData.Server.Observability;

namespace OwnedData.Server.Tests.Observability;

public sealed class UnexpectedErrorsTests
{
    [Fact]
    public async Task A_bug_shows_an_id_and_nothing_else_and_the_log_has_it_under_that_id()
    {
        var logger = new RecordingLogger();
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        var middleware = new UnexpectedErrors(_ => throw new InvalidOperationException("secret"), logger);

        await middleware.InvokeAsync(http);
        http.Response.Body.Position = 0;
        var body = await new StreamReader(http.Response.Body).ReadToEndAsync();

        var errorId = (string)JsonNode.Parse(body)!["errors"]![0]!["extensions"]!["errorId"]!;
        Assert.Equal(500, http.Response.StatusCode);
        Assert.Equal($$$"""{"errors":[{"message":"Unexpected Execution Error","extensions":{"code":"OD0410","errorId":"{{{errorId}}}"}}]}""", body);
        Assert.Equal(($"Unexpected execution error {errorId}", "secret"), (logger.Message, logger.Exception!.Message));
    }

    private sealed class RecordingLogger : ILogger<UnexpectedErrors>
    {
        public string? Message { get; private set; }

        public Exception? Exception { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            (Message, Exception) = (formatter(state, exception), exception);
    }
}
