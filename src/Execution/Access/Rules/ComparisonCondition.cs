using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Binding;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Compiled comparison. A value of the viewer that is not bound makes it match nothing, negated or not.</summary>
internal sealed class ComparisonCondition(RulePath path, string operation, RuleOperand operand) : PathCondition(path)
{
    /// <summary>A longer text of the viewer never matches as a pattern: MongoDB bounds patterns, and each escape makes them longer.</summary>
    public const int LongestPatternText = 4096;

    private readonly RuleOperator _operator = RuleOperator.Of(operation);

    public override bool LooksIntoArray => true;

    protected override bool IsNegated => _operator.IsNegated;

    public override bool IsBound(in RuleContext context) => operand.IsBound(context) && (!_operator.IsPattern || IsUsablePattern(context));

    public override bool Test(BsonValue value, in RuleContext context)
    {
        if (_operator.Test is OperatorTest.Equal or OperatorTest.In)
        {
            return operand.Equals(value, context);
        }

        Span<byte> scratch = stackalloc byte[ViewerFit.ScratchLength];
        var single = operand.Single(context, scratch);
        return _operator.IsPattern ? TestText(value, single) : TestOrder(value, single);
    }

    public override void WriteOperators(BsonWriter writer, in RuleContext context, ref bool hasPattern)
    {
        // Of several `$regex` in one document MongoDB takes one: a further one stands under a double negation.
        var isFurther = _operator.IsPattern && !_operator.IsNegated && hasPattern;
        var negations = isFurther ? 2 : _operator.NeedsNot ? 1 : 0;
        hasPattern |= _operator.IsPattern && !_operator.IsNegated;
        for (var level = 0; level < negations; level++)
        {
            writer.WriteStartDocument("$not"u8);
        }

        writer.WriteName(_operator.Symbol);
        WriteOperand(writer, context);
        for (var level = 0; level < negations; level++)
        {
            writer.WriteEndDocument();
        }
    }

    protected override bool CanMatch(in RuleContext context) => IsBound(context);

    protected override void WritePredicate(BsonWriter writer, in RuleContext context)
    {
        if (_operator is { Test: OperatorTest.Equal, IsNegated: false })
        {
            writer.WriteName(Path.Utf8);
            operand.Write(writer, context);
            return;
        }

        base.WritePredicate(writer, context);
    }

    private void WriteOperand(BsonWriter writer, in RuleContext context)
    {
        if (!_operator.IsPattern)
        {
            operand.Write(writer, context);
            return;
        }

        Span<byte> scratch = stackalloc byte[ViewerFit.ScratchLength];
        writer.WriteString(PatternOf(operand.Single(context, scratch)));
    }

    private bool IsUsablePattern(in RuleContext context)
    {
        Span<byte> scratch = stackalloc byte[ViewerFit.ScratchLength];
        return operand.Single(context, scratch).AsString().Length <= LongestPatternText;
    }

    private string PatternOf(BsonValue text) => OperatorWriter.PatternOf(_operator.Test switch
    {
        OperatorTest.Contains => "contains",
        OperatorTest.StartsWith => "startsWith",
        _ => "endsWith",
    }, Encoding.UTF8.GetString(text.AsString()));

    private bool TestText(BsonValue value, BsonValue text)
    {
        switch (value.Type)
        {
            case BsonType.String or BsonType.Symbol:
                var stored = value.Bytes[4..^1];
                return _operator.Test switch
                {
                    OperatorTest.Contains => stored.IndexOf(text.AsString()) >= 0,
                    OperatorTest.StartsWith => stored.StartsWith(text.AsString()),
                    _ => stored.EndsWith(text.AsString()),
                };
            case BsonType.RegularExpression:
                // MongoDB finds a stored pattern by the same pattern.
                value.AsRegularExpression(out var pattern, out var options);
                return options.IsEmpty && pattern.SequenceEqual(Encoding.UTF8.GetBytes(PatternOf(text)));
            default:
                return false;
        }
    }

    private bool TestOrder(BsonValue value, BsonValue other) => ValueComparison.TryCompare(value, other, out var difference) && _operator.Test switch
    {
        OperatorTest.Greater => difference > 0,
        OperatorTest.GreaterOrEqual => difference >= 0,
        OperatorTest.Less => difference < 0,
        _ => difference <= 0,
    };
}
