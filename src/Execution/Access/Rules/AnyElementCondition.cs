using OwnedData.Bson;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Compiled `any` on a list: whether it is an array with elements.</summary>
internal sealed class AnyElementCondition(RulePath path, bool expected) : PathCondition(path)
{
    public override bool LooksIntoArray => false;

    protected override bool IsNegated => !expected;

    public override bool Test(BsonValue value, in RuleContext context) => value.Type == BsonType.Array && new BsonReader(value.Bytes).Read();

    public override bool IsBound(in RuleContext context) => true;

    public override void WriteOperators(BsonWriter writer, in RuleContext context, ref bool hasPattern)
    {
        if (!expected)
        {
            writer.WriteStartDocument("$not"u8);
        }

        writer.WriteStartDocument("$elemMatch"u8);
        writer.WriteBoolean("$exists"u8, true);
        writer.WriteEndDocument();
        if (!expected)
        {
            writer.WriteEndDocument();
        }
    }

    protected override bool CanMatch(in RuleContext context) => true;
}
