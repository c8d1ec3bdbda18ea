using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$pull` and `$pullAll`: an array without the elements that match.</summary>
internal sealed class PullChange : ValueChange
{
    private readonly string _name;
    private readonly Filter? _fields;
    private readonly Filter? _operators;
    private readonly IReadOnlyList<Operand> _values;
    private readonly Collation? _collation;

    private PullChange(string name, Filter? fields, Filter? operators, IReadOnlyList<Operand> values, Collation? collation)
    {
        _name = name;
        _fields = fields;
        _operators = operators;
        _values = values;
        _collation = collation;
    }

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
            return new PullChange("$pull", fields: null, Filter.Parse(writer.ToDocument()).With(collation), [], collation);
        }

        return condition.Type == BsonType.Document
            ? new PullChange("$pull", Filter.Parse(new BsonDocument(condition.Bytes.ToArray())).With(collation), operators: null, [], collation)
            : new PullChange("$pull", fields: null, operators: null, [Operand.From(condition)], collation);
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

        return new PullChange("$pullAll", fields: null, operators: null, operands, collation);
    }

    internal override bool Write(BsonValue value, string path, BsonWriter output)
    {
        using var single = new BsonWriter();
        output.WriteStartArray();
        var reader = new BsonReader(ArrayOf(value, _name, path));
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

    private bool Matches(BsonValue element, BsonWriter single)
    {
        if (_fields is not null)
        {
            return element.Type == BsonType.Document && _fields.Matches(element.Bytes);
        }

        if (_operators is null)
        {
            foreach (var value in _values)
            {
                if (BsonComparer.Equals(element, value.Value, _collation))
                {
                    return true;
                }
            }

            return false;
        }

        single.Reset();
        single.WriteStartDocument();
        single.WriteValue("v"u8, element);
        single.WriteEndDocument();
        return _operators.Matches(single.WrittenSpan);
    }
}
