using System.Text.Json;

namespace OwnedData.Server.Observability;

/// <summary>
/// Every line the server logs. Ids: 1000 start and stop, 1100 authentication and grants, 1200 requests, 1300 MongoDB's servers. No token, filter or document value gets here.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Stopped: requests are finished and the store is closed")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(1100, LogLevel.Information, "Token refused with {Status}: {Description}")]
    public static partial void TokenRefused(ILogger logger, int status, string description);

    [LoggerMessage(1101, LogLevel.Warning, "The issuer's keys can't be read from {Address}: {Reason}")]
    public static partial void KeysUnreachable(ILogger logger, string address, string reason);

    [LoggerMessage(1102, LogLevel.Error, "The discovery document at {Address} names another issuer than the configured one")]
    public static partial void DiscoveryNamesAnotherIssuer(ILogger logger, string address);

    [LoggerMessage(1103, LogLevel.Warning, "The grants of {Subject} don't count: {Problem}")]
    public static partial void GrantsMalformed(ILogger logger, JsonEncodedText subject, JsonEncodedText problem);

    [LoggerMessage(1200, LogLevel.Error, "Unexpected execution error {ErrorId}")]
    public static partial void UnexpectedError(ILogger logger, Exception exception, string errorId);

    [LoggerMessage(1201, LogLevel.Warning, "The store does not answer")]
    public static partial void StoreNotReady(ILogger logger, Exception exception);

    [LoggerMessage(1202, LogLevel.Warning, "A page of {Origin} was refused: browsers let it read no answer. Add the origin to Cors:Origins if it is yours")]
    public static partial void OriginRefused(ILogger logger, string origin);

    [LoggerMessage(1203, LogLevel.Warning, "A query of {Type} read {Examined} documents to give {Returned}. This would help: {Advice}")]
    public static partial void IndexWouldHelp(ILogger logger, string type, long examined, long returned, string advice);

    [LoggerMessage(1204, LogLevel.Warning, "A query of {Type} scanned its collection: it read {Examined} documents to give {Returned}. No index would help what it asks")]
    public static partial void CollectionScanned(ILogger logger, string type, long examined, long returned);

    [LoggerMessage(1300, LogLevel.Information, "MongoDB's server {Server} is there, as {Type}")]
    public static partial void ServerFound(ILogger logger, JsonEncodedText server, string type);

    [LoggerMessage(1301, LogLevel.Warning, "MongoDB's server {Server} is lost; it was {Type}")]
    public static partial void ServerLost(ILogger logger, JsonEncodedText server, string type);

    [LoggerMessage(1302, LogLevel.Information, "MongoDB's server {Server} was {Was} and is {Now}")]
    public static partial void ServerChanged(ILogger logger, JsonEncodedText server, string was, string now);

    [LoggerMessage(1303, LogLevel.Warning, "MongoDB's server {Server} does not answer: {Reason}")]
    public static partial void ServerFailed(ILogger logger, JsonEncodedText server, JsonEncodedText reason);

    [LoggerMessage(1304, LogLevel.Information, "MongoDB's primary is {Server}")]
    public static partial void PrimaryFound(ILogger logger, JsonEncodedText server);

    [LoggerMessage(1305, LogLevel.Warning, "MongoDB's primary was {Was} and is {Now}")]
    public static partial void PrimaryChanged(ILogger logger, JsonEncodedText was, JsonEncodedText now);
}
