using System.Diagnostics;
using System.Text;

namespace OwnedData.Execution.Access.Rules;

/// <summary>An operation of a comparison, taken apart: what is tested, and whether it must hold nowhere.</summary>
/// <param name="Test">The operation without its negation: `eq`, `in`, `gt`, `contains` …</param>
/// <param name="IsNegated">`neq`, `nin`, `ngt`, `ncontains` …</param>
/// <param name="Symbol">MongoDB's name for it; that of `neq` and `nin` holds the negation.</param>
internal sealed record RuleOperator(OperatorTest Test, bool IsNegated, byte[] Symbol)
{
    /// <summary>Whether the negation is written around the operator.</summary>
    public bool NeedsNot => IsNegated && Test is not (OperatorTest.Equal or OperatorTest.In);

    public bool IsPattern => Test is OperatorTest.Contains or OperatorTest.StartsWith or OperatorTest.EndsWith;

    /// <summary>By its name in the API's filters.</summary>
    public static RuleOperator Of(string name) => name switch
    {
        "eq" => new(OperatorTest.Equal, IsNegated: false, Utf8("$eq")),
        "neq" => new(OperatorTest.Equal, IsNegated: true, Utf8("$ne")),
        "in" => new(OperatorTest.In, IsNegated: false, Utf8("$in")),
        "nin" => new(OperatorTest.In, IsNegated: true, Utf8("$nin")),
        "gt" => new(OperatorTest.Greater, IsNegated: false, Utf8("$gt")),
        "gte" => new(OperatorTest.GreaterOrEqual, IsNegated: false, Utf8("$gte")),
        "lt" => new(OperatorTest.Less, IsNegated: false, Utf8("$lt")),
        "lte" => new(OperatorTest.LessOrEqual, IsNegated: false, Utf8("$lte")),
        "contains" => new(OperatorTest.Contains, IsNegated: false, Utf8("$regex")),
        "startsWith" => new(OperatorTest.StartsWith, IsNegated: false, Utf8("$regex")),
        "endsWith" => new(OperatorTest.EndsWith, IsNegated: false, Utf8("$regex")),
        ['n', .. var positive] => Of(positive) with { IsNegated = true },
        _ => throw new UnreachableException(name),
    };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
