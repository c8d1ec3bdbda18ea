namespace OwnedData.Server.Development.SignIn;

/// <summary>The one client of the built-in issuer: a public one, so only on the developer's own machine, whoever asks, may it be sent back to.</summary>
/// <param name="redirectUris">Exactly these; empty for every http address of this machine.</param>
internal sealed class RegisteredClient(IReadOnlyCollection<string> redirectUris)
{
    public const string Id = "owneddata-development";

    /// <summary>Null where one of them, separated by `;`, is no http address of this machine.</summary>
    public static RegisteredClient? Parse(string text)
    {
        var uris = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(uris, IsOnThisMachine) ? new RegisteredClient(uris) : null;
    }

    /// <summary>Whether a browser may be sent there, with a code or after signing out. Compared as text (RFC 9700 §2.1).</summary>
    public bool MayReturnTo(string uri) => redirectUris.Count == 0 ? IsOnThisMachine(uri) : redirectUris.Contains(uri, StringComparer.Ordinal);

    // By what stands there, too, not only by what it is parsed to: browsers read `\`, `@` and blanks in their own way.
    private static bool IsOnThisMachine(string text) =>
        text.Length <= 2000
        && text.All(character => character is > ' ' and < '\u007f' and not ('\\' or '@' or '#' or '"' or '<' or '>' or ';'))
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && uri.Host is "localhost" or "127.0.0.1"
        && (text + "/").StartsWith(uri.GetLeftPart(UriPartial.Authority) + "/", StringComparison.Ordinal);
}
