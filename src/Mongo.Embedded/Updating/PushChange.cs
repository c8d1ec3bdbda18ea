using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$push`: values put into an array at a position, then the array sorted, then cut.</summary>
/// <param name="values">The values, in order.</param>
/// <param name="position">Where the first of them goes; from the array's end when negative; null for its end.</param>
/// <param name="sort">The order of `$sort`; null for none.</param>
/// <param name="slice">How many elements stay, the first or, when negative, the last ones; null for all.</param>
internal sealed class PushChange(IReadOnlyList<Operand> values, long? position, ElementOrder? sort, long? slice) : ValueChange
{
    internal override Operand? Initial => Operand.OfArray(Change([]));

    internal override bool Write(BsonValue value, string path, BsonWriter output)
    {
        var reader = new BsonReader(ArrayOf(value, "$push", path));
        output.WriteStartArray();
        if (position is null && sort is null && slice is null)
        {
            while (reader.Read())
            {
                output.WriteValue(reader.Value);
            }

            WriteAll(values, output);
        }
        else
        {
            var held = new List<Operand>();
            while (reader.Read())
            {
                held.Add(Operand.From(reader.Value));
            }

            WriteAll(Change(held), output);
        }

        output.WriteEndArray();
        return values.Count > 0 || sort is not null;
    }

    private static void WriteAll(IEnumerable<Operand> elements, BsonWriter output)
    {
        foreach (var element in elements)
        {
            output.WriteValue(element.Value);
        }
    }

    private IEnumerable<Operand> Change(List<Operand> elements)
    {
        var start = position ?? elements.Count;
        elements.InsertRange((int)Math.Clamp(start < 0 ? elements.Count + start : start, 0, elements.Count), values);

        // OrderBy is stable, as MongoDB's sort is.
        var sorted = sort is null ? elements : [.. elements.OrderBy(element => element, sort)];
        return slice switch
        {
            null => sorted,
            >= 0 => sorted.Take((int)Math.Min(slice.Value, int.MaxValue)),
            _ => sorted.TakeLast((int)Math.Min(-Math.Max(slice.Value, -int.MaxValue), int.MaxValue)),
        };
    }
}
