using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$push` and `$addToSet`: values at an array's end, the second one only those that it does not hold yet.</summary>
internal sealed class AppendChange(IReadOnlyList<Operand> values, bool isSet) : ValueChange
{
    internal override Operand? Initial => Operand.OfArray(New([]));

    internal override void Write(BsonValue value, string path, BsonWriter output)
    {
        var array = ArrayOf(value, isSet ? "$addToSet" : "$push", path);
        var held = new List<Operand>();
        output.WriteStartArray();
        var reader = new BsonReader(array);
        while (reader.Read())
        {
            output.WriteValue(reader.Value);
            if (isSet)
            {
                held.Add(Operand.From(reader.Value));
            }
        }

        foreach (var added in New(held))
        {
            output.WriteValue(added.Value);
        }

        output.WriteEndArray();
    }

    private List<Operand> New(List<Operand> held)
    {
        if (!isSet)
        {
            return [.. values];
        }

        var added = new List<Operand>();
        foreach (var value in values)
        {
            if (!held.Exists(other => BsonComparer.Equals(other.Value, value.Value)))
            {
                held.Add(value);
                added.Add(value);
            }
        }

        return added;
    }
}
