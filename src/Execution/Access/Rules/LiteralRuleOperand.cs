using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>A value written in the model, encoded once.</summary>
/// <param name="holder">The value as the only element of a document; an array under `in` and `nin`.</param>
internal sealed class LiteralRuleOperand(BsonDocument holder) : RuleOperand
{
    private BsonValue Value
    {
        get
        {
            var reader = new BsonReader(holder.Span);
            reader.Read();
            return reader.Value;
        }
    }

    public override bool IsBound(in RuleContext context) => true;

    public override void Write(BsonWriter writer, in RuleContext context) => writer.WriteValue(Value);

    public override bool Equals(BsonValue element, in RuleContext context)
    {
        var value = Value;
        if (value.Type != BsonType.Array)
        {
            return ValueComparison.AreEqual(element, value);
        }

        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            if (ValueComparison.AreEqual(element, reader.Value))
            {
                return true;
            }
        }

        return false;
    }

    public override BsonValue Single(in RuleContext context, Span<byte> scratch) => Value;
}
