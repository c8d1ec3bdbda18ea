using System.Collections.Frozen;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads values of the viewer, which a model writes as strings that begin with `$`: `"$sub"`, `"$claim:department"`.</summary>
internal static class ViewerValueReader
{
    private const string ClaimPrefix = "$claim:";
    private const string GrantPrefix = "$grant:";

    /// <summary>The longest name of a claim or grant, in UTF-16 units: names are URLs at most.</summary>
    private const int LongestName = 256;

    private static readonly string[] Forms = ["$sub", "$now", "$claim", "$grant"];

    // What a token says about itself, and what has its own place in the viewer: no rule ever gets these as claims.
    private static readonly FrozenSet<string> ProtocolClaims =
        new[] { "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "scope", "scp", "permissions" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a string that stands for a value of the viewer. One that is to begin with `$` itself is written `$$…`.</summary>
    public static bool IsViewerValue(ValueNode node) =>
        node is StringValueNode { Value: ['$', .. var rest] } && !rest.StartsWith('$');

    /// <summary>Null when the text is no value of the viewer; that is reported.</summary>
    public static ViewerValue? Read(StringValueNode node, SourceErrors errors) => node.Value switch
    {
        "$sub" => ViewerValue.Subject,
        "$now" => ViewerValue.Now,
        var text when text.StartsWith(ClaimPrefix, StringComparison.Ordinal) => ReadClaim(node, text[ClaimPrefix.Length..], errors),
        var text when text.StartsWith(GrantPrefix, StringComparison.Ordinal) => ReadNamed(ViewerSource.Grant, text[GrantPrefix.Length..], node, errors),
        var text => ReportUnknown(node, text, errors),
    };

    private static ViewerValue? ReadClaim(StringValueNode node, string name, SourceErrors errors)
    {
        if (!ProtocolClaims.Contains(name))
        {
            return ReadNamed(ViewerSource.Claim, name, node, errors);
        }

        var remedy = name switch
        {
            "sub" => "Write `\"$sub\"`.",
            "scope" or "scp" or "permissions" => "Write `policy: \"…\"` beside `where`.",
            _ => "Take another claim.",
        };
        errors.Report(node, $"The claim `{name}` is no value for a rule.", remedy);
        return null;
    }

    private static ViewerValue? ReadNamed(ViewerSource source, string name, StringValueNode node, SourceErrors errors)
    {
        var kind = source == ViewerSource.Claim ? "claim" : "grant";
        var problem = name switch
        {
            "" => "is missing",
            _ when name.Contains('\0', StringComparison.Ordinal) => "contains a NUL character",
            _ when name != name.Trim() => "begins or ends with a space",
            { Length: > LongestName } => $"is longer than {LongestName} characters",
            _ => null,
        };
        if (problem is null)
        {
            return new ViewerValue(source, name);
        }

        errors.Report(node, $"The name of the {kind} {problem}.", $"Write it behind the colon: `\"${kind}:department\"`.");
        return null;
    }

    private static ViewerValue? ReportUnknown(StringValueNode node, string text, SourceErrors errors)
    {
        const string all = "`\"$sub\"`, `\"$now\"`, `\"$claim:NAME\"` or `\"$grant:NAME\"`";
        var name = text.Split(':')[0];
        var remedy = Spelling.Nearest(name, Forms) is { } near && near != name
            ? $"Did you mean `{near}{text[name.Length..]}`?"
            : $"Write {all}; a text that begins with `$` is written with two.";
        errors.Report(node, $"`{name}` is no value of the viewer.", remedy);
        return null;
    }
}
