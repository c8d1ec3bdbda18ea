using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$pull` and `$pullAll`: an array without the elements that match.</summary>
internal sealed class PullChange : ValueChange
{
    private readonly Filter _filter;

    private PullChange(Filter filter) => _filter = filter;

    internal override Operand? Initial => null;

    /// <summary>A document is a condition, on the elements' fields or by operators on the elements; anything else is what they equal.</summary>
    internal static PullChange ByCondition(BsonValue condition)
    {
        if (condition.Type == BsonType.Document)
        {
            return new PullChange(Parse(condition));
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$in"u8);
        writer.WriteValue(condition);
        writer.WriteEndArray();
        writer.WriteEndDocument();
        return new PullChange(Parse(new BsonValue(BsonType.Document, writer.WrittenSpan)));
    }

    internal static PullChange ByValues(BsonValue values)
    {
        if (values.Type != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"$pullAll requires an array argument but was given a {values.Type}");
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteValue("$in"u8, values);
        writer.WriteEndDocument();
        return new PullChange(Parse(new BsonValue(BsonType.Document, writer.WrittenSpan)));
    }

    internal override void Write(BsonValue value, string path, BsonWriter output)
    {
        using var single = new BsonWriter();
        output.WriteStartArray();
        var reader = new BsonReader(ArrayOf(value, "$pull", path));
        while (reader.Read())
        {
            single.Reset();
            single.WriteStartDocument();
            single.WriteStartArray("v"u8);
            single.WriteValue(reader.Value);
            single.WriteEndArray();
            single.WriteEndDocument();
            if (!_filter.Matches(single.WrittenSpan))
            {
                output.WriteValue(reader.Value);
            }
        }

        output.WriteEndArray();
    }

    // An element is matched as the only one of an array, so that an array among the elements is a value like any other.
    private static Filter Parse(BsonValue condition)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartDocument("v"u8);
        writer.WriteValue("$elemMatch"u8, condition);
        writer.WriteEndDocument();
        writer.WriteEndDocument();
        return Filter.Parse(writer.ToDocument());
    }
}
