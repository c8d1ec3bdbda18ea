using System.Text.RegularExpressions;

namespace OwnedData.Mongo.Native;

/// <summary>A connection string as it may be shown: scheme and hosts. User, password and options, which may hold secrets too, stay out.</summary>
internal static partial class ConnectionString
{
    private const string Hidden = "***";

    /// <summary>Of a string that is no URI nothing is shown but its scheme.</summary>
    public static string Redact(string uri)
    {
        var match = Shape().Match(uri);
        if (!match.Success)
        {
            return Hidden;
        }

        // Up to the last @: an unescaped one in the password must not show the rest of it.
        var rest = match.Groups["rest"].Value;
        var user = rest.LastIndexOf('@') + 1;
        var hosts = rest[user..];
        hosts = hosts[..(hosts.IndexOfAny(['/', '?']) is var end && end < 0 ? hosts.Length : end)];
        return $"{match.Groups["scheme"].Value}{(user > 0 ? Hidden + "@" : "")}{(Hosts().IsMatch(hosts) ? hosts : Hidden)}";
    }

    [GeneratedRegex(@"^(?<scheme>mongodb(\+srv)?://)(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();

    // A port is digits, so that `user:password` without a host is not taken for one.
    [GeneratedRegex(@"^([\w.\-]+|\[[0-9a-fA-F:.]+\])(:\d{1,5})?(,([\w.\-]+|\[[0-9a-fA-F:.]+\])(:\d{1,5})?)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hosts();
}
