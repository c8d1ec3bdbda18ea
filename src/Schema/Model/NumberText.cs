namespace OwnedData.Schema.Model;

/// <summary>Compares numbers as written, `12`, `-0.5` or `1.5e300`, exactly and whatever their size.</summary>
internal static class NumberText
{
    /// <summary>The sign of left − right. Both are numbers of GraphQL or JSON.</summary>
    public static int Compare(string left, string right)
    {
        var (leftSign, leftMagnitude, leftDigits) = Parse(left);
        var (rightSign, rightMagnitude, rightDigits) = Parse(right);
        if (leftSign != rightSign || leftSign == 0)
        {
            return leftSign.CompareTo(rightSign);
        }

        var byMagnitude = leftMagnitude.CompareTo(rightMagnitude);
        return leftSign * (byMagnitude != 0 ? byMagnitude : Math.Sign(string.CompareOrdinal(leftDigits, rightDigits)));
    }

    // The number is sign · 0.digits · 10^magnitude, its digits without zeros at either end.
    private static (int Sign, long Magnitude, string Digits) Parse(string text)
    {
        var unsigned = text.TrimStart('-', '+');
        var exponentAt = unsigned.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? unsigned : unsigned[..exponentAt];
        var pointAt = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = pointAt < 0 ? mantissa : mantissa[..pointAt];
        var all = pointAt < 0 ? mantissa : string.Concat(whole, mantissa.AsSpan(pointAt + 1));
        var significant = all.TrimStart('0');
        var digits = significant.TrimEnd('0');
        if (digits.Length == 0)
        {
            return (0, 0, "");
        }

        var magnitude = whole.Length - (all.Length - significant.Length) + ParseExponent(exponentAt < 0 ? "0" : unsigned.AsSpan(exponentAt + 1));
        return (text[0] == '-' ? -1 : 1, magnitude, digits);
    }

    // An exponent of more than nine digits dwarfs every text length: which one it is exactly doesn't matter then.
    private static long ParseExponent(ReadOnlySpan<char> text) =>
        int.TryParse(text, out var exponent) ? exponent : text[0] == '-' ? -10_000_000_000 : 10_000_000_000;
}
