using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$addToSet`: at an array's end, the values that it does not hold yet.</summary>
internal sealed class AddToSetChange(IReadOnlyList<Operand> values, Collation? collation) : ValueChange
{
    internal override Operand? Initial => Operand.OfArray(values.Where(NewSet().Add));

    internal override bool Write(BsonValue value, string path, BsonWriter output)
    {
        var reader = new BsonReader(ArrayOf(value, "$addToSet", path));
        var held = NewSet();
        output.WriteStartArray();
        while (reader.Read())
        {
            output.WriteValue(reader.Value);
            held.Add(Operand.From(reader.Value));
        }

        foreach (var added in values.Where(held.Add))
        {
            output.WriteValue(added.Value);
        }

        output.WriteEndArray();
        return false;
    }

    private SortedSet<Operand> NewSet() => new(Comparer<Operand>.Create((left, right) => BsonComparer.Compare(left.Value, right.Value, collation)));
}
