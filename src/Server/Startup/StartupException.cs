namespace OwnedData.Server.Startup;

/// <summary>The server can't start, and the message tells its operator why and what to do. The command line prints it without a stack trace and exits with 1.</summary>
internal sealed class StartupException(string message, Exception? innerException = null) : Exception(message, innerException);
