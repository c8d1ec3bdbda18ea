using System.Globalization;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>A GraphQL or JSON number read without loss: ±<see cref="Digits"/> × 10^<see cref="Exponent"/>. Zero has no digits.</summary>
internal readonly record struct NumberText(bool IsNegative, string Digits, long Exponent)
{
    /// <summary>Exponents stop here: far outside of every scalar's range, far inside of a long's.</summary>
    private const long ExponentLimit = 1_000_000_000_000;

    /// <summary>Takes time linear in the text, whatever the exponent says.</summary>
    /// <param name="text">A number by the grammar of §2.10.1, §2.10.2 or RFC 8259.</param>
    public static NumberText Parse(ReadOnlySpan<char> text)
    {
        var isNegative = text[0] == '-';
        var mantissa = isNegative ? text[1..] : text;
        var exponent = 0L;
        if (mantissa.IndexOfAny('e', 'E') is var mark and >= 0)
        {
            exponent = ParseExponent(mantissa[(mark + 1)..]);
            mantissa = mantissa[..mark];
        }

        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        return new NumberText(isNegative, digits.TrimStart('0'), exponent - (point < 0 ? 0 : mantissa.Length - point - 1));
    }

    /// <summary>The same number with no zeros at the end of its digits.</summary>
    public NumberText Trim()
    {
        var digits = Digits.TrimEnd('0');
        return new NumberText(IsNegative, digits, digits.Length == 0 ? 0 : Exponent + Digits.Length - digits.Length);
    }

    /// <summary>Whether the number has no fractional part: 1.0 and 1e3 have none.</summary>
    public bool IsInteger => Trim().Exponent >= 0;

    /// <summary>False when the number is not an integer, or outside of 64 bits.</summary>
    public bool TryGetInt64(out long value)
    {
        var trimmed = Trim();
        if (trimmed.Exponent < 0 || trimmed.Digits.Length + trimmed.Exponent > 19)
        {
            value = 0;
            return false;
        }

        var text = (IsNegative ? "-" : "") + trimmed.Digits + new string('0', (int)trimmed.Exponent + (trimmed.Digits.Length == 0 ? 1 : 0));
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static long ParseExponent(ReadOnlySpan<char> text)
    {
        var isNegative = text[0] == '-';
        var exponent = 0L;
        foreach (var digit in text[0] is '-' or '+' ? text[1..] : text)
        {
            exponent = Math.Min((exponent * 10) + (digit - '0'), ExponentLimit);
        }

        return isNegative ? -exponent : exponent;
    }
}
