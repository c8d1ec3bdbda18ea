using System.Text.RegularExpressions;

namespace OwnedData.Schema.Model;

/// <summary>Decides whether a text has a format. Linear in the text.</summary>
internal static class ConstraintFormats
{
    private const string Label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private const int LongestHostname = 253;

    private static readonly Regex Hostname = Linear($@"\A{Label}(?:\.{Label})*\z");
    private static readonly Regex Email = Linear($@"\A[a-zA-Z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{Label}(?:\.{Label})*\z");
    private static readonly Regex Phone = Linear(@"\A\+[1-9][0-9]{6,14}\z");

    public static bool Matches(ConstraintFormat format, string text) => format switch
    {
        ConstraintFormat.Email => Email.IsMatch(text),
        ConstraintFormat.Hostname => text.Length <= LongestHostname && Hostname.IsMatch(text),
        ConstraintFormat.Phone => Phone.IsMatch(text),
        _ => Uri.TryCreate(text, UriKind.Absolute, out _) && !text.AsSpan().ContainsAny(" \t\r\n"),
    };

    private static Regex Linear(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
