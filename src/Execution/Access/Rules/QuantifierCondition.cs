using OwnedData.Bson;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access.Rules;

/// <summary>
/// Compiled `some`, `none` or `all`, by `$elemMatch` as the API's filters ask. `none` and `all` negate: one value of the viewer in them that
/// is not bound, and they match nothing.
/// </summary>
internal sealed class QuantifierCondition(RulePath path, Quantifier quantifier, RuleCondition element) : PathCondition(path)
{
    private readonly bool _isOfObjects = path.Type is ListFieldType { Element: EmbeddedFieldType };

    public override bool LooksIntoArray => false;

    protected override bool IsNegated => quantifier != Quantifier.Some;

    public override bool Test(BsonValue value, in RuleContext context)
    {
        if (value.Type != BsonType.Array)
        {
            return false;
        }

        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            if (_isOfObjects ? TestObject(reader.Value, context) : TestPlain(reader.Value, context))
            {
                return true;
            }
        }

        return false;
    }

    public override bool IsBound(in RuleContext context) => element.IsBound(context);

    public override void WriteOperators(BsonWriter writer, in RuleContext context, ref bool hasPattern)
    {
        if (IsNegated)
        {
            writer.WriteStartDocument("$not"u8);
        }

        writer.WriteStartDocument("$elemMatch"u8);
        if (_isOfObjects)
        {
            WriteObject(writer, context);
        }
        else
        {
            WritePlain(writer, context);
        }

        writer.WriteEndDocument();
        if (IsNegated)
        {
            writer.WriteEndDocument();
        }
    }

    protected override bool CanMatch(in RuleContext context) =>
        quantifier == Quantifier.Some ? element.Decide(context, default) != Truth.False : element.IsBound(context);

    // MongoDB asks arrays in the array as well: their elements have the names 0, 1 …
    private bool TestObject(BsonValue value, in RuleContext context) =>
        value.Type is BsonType.Document or BsonType.Array && element.Matches(value.Bytes, context) != (quantifier == Quantifier.All);

    private bool TestPlain(BsonValue value, in RuleContext context) => element.MatchesElement(value, context) != (quantifier == Quantifier.All);

    private void WriteObject(BsonWriter writer, in RuleContext context)
    {
        if (quantifier == Quantifier.All)
        {
            writer.WriteStartArray("$nor"u8);
            writer.WriteStartDocument();
        }

        writer.WriteStartArray("$and"u8);
        element.WriteMembers(writer, context, default);
        writer.WriteEndArray();
        if (quantifier == Quantifier.All)
        {
            writer.WriteEndDocument();
            writer.WriteEndArray();
        }
    }

    private void WritePlain(BsonWriter writer, in RuleContext context)
    {
        var hasPattern = false;
        if (quantifier == Quantifier.All)
        {
            writer.WriteStartDocument("$not"u8);
        }

        element.WriteOperators(writer, context, ref hasPattern);
        if (quantifier == Quantifier.All)
        {
            writer.WriteEndDocument();
        }
    }
}
