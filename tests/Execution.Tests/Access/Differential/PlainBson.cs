using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace OwnedData.Execution.Tests.Access.Differential;

/// <summary>BSON as plain objects, for the reference evaluator: null, string, bool, and these; objects and lists are those of .NET.</summary>
internal static class PlainBson
{
    /// <summary>Where a path leads to nothing.</summary>
    public static object Missing { get; } = new();

    public static string ToJson(object? value) => value switch
    {
        null => "null",
        string text => JsonSerializer.Serialize(text),
        bool flag => flag ? "true" : "false",
        List<object?> items => $"[{string.Join(',', items.Select(ToJson))}]",
        Dictionary<string, object?> members => $"{{{string.Join(',', members.Select(member => $"{JsonSerializer.Serialize(member.Key)}:{ToJson(member.Value)}"))}}}",
        _ => value.ToString()!,
    };

    /// <summary>A number of one of the four types.</summary>
    /// <param name="Type">`Int`, `Long`, `Double` or `Decimal`.</param>
    /// <param name="Text">As Extended JSON writes it.</param>
    internal sealed record Number(string Type, string Text)
    {
        public bool IsNaN => Text == "NaN";

        public override string ToString() => $"{{\"$number{Type}\":\"{Text}\"}}";

        /// <summary>The sign of left − right, exactly; neither is NaN.</summary>
        public static int Compare(Number left, Number right)
        {
            var (leftInfinity, rightInfinity) = (left.Infinity, right.Infinity);
            if (leftInfinity != 0 || rightInfinity != 0)
            {
                return leftInfinity.CompareTo(rightInfinity);
            }

            var (leftNumerator, leftDenominator) = left.Fraction();
            var (rightNumerator, rightDenominator) = right.Fraction();
            return (leftNumerator * rightDenominator).CompareTo(rightNumerator * leftDenominator);
        }

        private int Infinity => Text switch { "Infinity" => 1, "-Infinity" => -1, _ => 0 };

        private (BigInteger Numerator, BigInteger Denominator) Fraction()
        {
            if (Type != "Double")
            {
                var dot = Text.IndexOf('.', StringComparison.Ordinal);
                var digits = dot < 0 ? Text : Text.Remove(dot, 1);
                return (BigInteger.Parse(digits, CultureInfo.InvariantCulture), BigInteger.Pow(10, dot < 0 ? 0 : Text.Length - dot - 1));
            }

            var bits = BitConverter.DoubleToInt64Bits(double.Parse(Text, CultureInfo.InvariantCulture));
            var exponent = (int)((bits >> 52) & 0x7FF);
            var mantissa = (BigInteger)(bits & 0xFFFFFFFFFFFFF) + (exponent == 0 ? 0 : BigInteger.One << 52);
            var shift = Math.Max(exponent, 1) - 1075;
            var numerator = bits < 0 ? -mantissa : mantissa;
            return shift >= 0 ? (numerator << shift, BigInteger.One) : (numerator, BigInteger.One << -shift);
        }
    }

    internal sealed record Date(long Milliseconds)
    {
        public override string ToString() => $"{{\"$date\":{{\"$numberLong\":\"{Milliseconds}\"}}}}";
    }

    internal sealed record Uuid(Guid Value)
    {
        public override string ToString() => $"{{\"$uuid\":\"{Value}\"}}";
    }

    internal sealed record Oid(string Hex)
    {
        public override string ToString() => $"{{\"$oid\":\"{Hex}\"}}";
    }

    internal sealed record Symbol(string Text)
    {
        public override string ToString() => $"{{\"$symbol\":{JsonSerializer.Serialize(Text)}}}";
    }

    internal sealed record Pattern(string Text, string Options)
    {
        public override string ToString() => $"{{\"$regularExpression\":{{\"pattern\":{JsonSerializer.Serialize(Text)},\"options\":\"{Options}\"}}}}";
    }

    /// <summary>What no field of a model holds: bytes, a timestamp, the ends of the order.</summary>
    internal sealed record Other(string Json)
    {
        public override string ToString() => Json;
    }
}
