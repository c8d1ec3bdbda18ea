using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$pull` and `$pullAll`: an array without the elements that match.</summary>
/// <param name="name">The operator.</param>
/// <param name="fields">What elements that are documents match; null for other conditions.</param>
/// <param name="values">What elements match as the field `v`; null for other conditions.</param>
/// <param name="equals">What elements match by themselves; null for other conditions.</param>
internal sealed class PullChange(string name, Filter? fields, Filter? values, FilterNode? equals) : ValueChange
{
    internal override Operand? Initial => null;

    /// <summary>A document is a condition, on the fields of elements that are documents or by operators on any element; a regular expression is one, too; anything else is what elements equal.</summary>
    internal static PullChange ByCondition(BsonValue condition, Collation? collation)
    {
        if (condition.Type == BsonType.RegularExpression || (condition.Type == BsonType.Document && FieldFilterParser.StartsWithOperator(condition.Bytes)))
        {
            using var writer = new BsonWriter();
            writer.WriteStartDocument();
            writer.WriteValue("v"u8, condition);
            writer.WriteEndDocument();
            return new PullChange("$pull", fields: null, Filter.Parse(writer.ToDocument()).With(collation), equals: null);
        }

        return condition.Type == BsonType.Document
            ? new PullChange("$pull", Filter.Parse(new BsonDocument(condition.Bytes.ToArray())).With(collation), values: null, equals: null)
            : new PullChange("$pull", fields: null, values: null, EqualTo([Operand.From(condition)], collation));
    }

    internal static PullChange ByValues(BsonValue values, Collation? collation)
    {
        if (values.Type != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"$pullAll requires an array argument but was given a {values.Type}");
        }

        var operands = new List<Operand>();
        var reader = new BsonReader(values.Bytes);
        while (reader.Read())
        {
            operands.Add(Operand.From(reader.Value));
        }

        return new PullChange("$pullAll", fields: null, values: null, EqualTo(operands, collation));
    }

    internal override bool Write(BsonValue value, string path, BsonWriter output)
    {
        using var single = new BsonWriter();
        output.WriteStartArray();
        var reader = new BsonReader(ArrayOf(value, name, path));
        while (reader.Read())
        {
            if (!Matches(reader.Value, single))
            {
                output.WriteValue(reader.Value);
            }
        }

        output.WriteEndArray();
        return false;
    }

    private static InNode EqualTo(IEnumerable<Operand> values, Collation? collation) => new(FieldPath.Parse("v"u8), values, [], collation);

    private bool Matches(BsonValue element, BsonWriter single)
    {
        if (fields is not null)
        {
            return element.Type == BsonType.Document && fields.Matches(element.Bytes);
        }

        if (equals is not null)
        {
            return equals.MatchesElement(element);
        }

        single.Reset();
        single.WriteStartDocument();
        single.WriteValue("v"u8, element);
        single.WriteEndDocument();
        return values!.Matches(single.WrittenSpan);
    }
}
