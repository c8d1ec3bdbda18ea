using System.Collections.Frozen;

namespace OwnedData.Server.CrossOrigin;

/// <summary>The web sites whose pages may read this API's answers.</summary>
internal sealed class CrossOrigins
{
    private readonly FrozenSet<string> _listed;
    private readonly bool _allowsLocalhost;

    private CrossOrigins(IEnumerable<string> listed, bool allowsLocalhost)
    {
        _listed = listed.ToFrozenSet(StringComparer.Ordinal);
        _allowsLocalhost = allowsLocalhost;
    }

    /// <summary>Null where an entry is no origin: scheme, host and, unless it is the scheme's, port.</summary>
    /// <param name="text">Separated by `;`.</param>
    /// <param name="isDevelopment">Whether an empty list means every page on localhost, where front ends are developed.</param>
    public static CrossOrigins? Parse(string text, bool isDevelopment)
    {
        var origins = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(origins, IsOrigin) ? new CrossOrigins(origins, isDevelopment && origins.Length == 0) : null;
    }

    public bool Allows(string origin) =>
        _listed.Contains(origin) || (_allowsLocalhost && IsOrigin(origin) && new Uri(origin).IsLoopback);

    // As a browser writes it in the Origin header; another spelling would never match.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && uri.GetLeftPart(UriPartial.Authority) == text;
}
