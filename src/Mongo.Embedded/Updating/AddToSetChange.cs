using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$addToSet`: at an array's end, the values that it does not hold yet.</summary>
internal sealed class AddToSetChange(IReadOnlyList<Operand> values, Collation? collation) : ValueChange
{
    internal override Operand? Initial => Operand.OfArray(New([]));

    internal override bool Write(BsonValue value, string path, BsonWriter output)
    {
        var array = ArrayOf(value, "$addToSet", path);
        var held = new List<Operand>();
        output.WriteStartArray();
        var reader = new BsonReader(array);
        while (reader.Read())
        {
            output.WriteValue(reader.Value);
            held.Add(Operand.From(reader.Value));
        }

        foreach (var added in New(held))
        {
            output.WriteValue(added.Value);
        }

        output.WriteEndArray();
        return false;
    }

    private List<Operand> New(List<Operand> held)
    {
        var added = new List<Operand>();
        foreach (var value in values)
        {
            if (!held.Exists(other => BsonComparer.Equals(other.Value, value.Value, collation)))
            {
                held.Add(value);
                added.Add(value);
            }
        }

        return added;
    }
}
