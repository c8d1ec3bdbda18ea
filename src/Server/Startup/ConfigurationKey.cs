namespace OwnedData.Server.Startup;

/// <summary>A row of docs/configuration.md.</summary>
/// <param name="Name">The key; as an environment variable `:` becomes `__`.</param>
/// <param name="Option">The command line's option for it; null for none.</param>
/// <param name="Default">What holds when it isn't set, as text.</param>
/// <param name="Meaning">One line.</param>
internal sealed record ConfigurationKey(string Name, string? Option, string Default, string Meaning);
