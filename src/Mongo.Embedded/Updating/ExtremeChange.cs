using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$min` and `$max`: the lesser or the greater of the two, in the order of all types.</summary>
internal sealed class ExtremeChange(Operand operand, bool isMaximum, Collation? collation) : ValueChange
{
    internal override Operand? Initial => operand;

    internal override bool Write(BsonValue value, string path, BsonWriter output)
    {
        var difference = BsonComparer.Compare(operand.Value, value, collation);
        output.WriteValue((isMaximum ? difference > 0 : difference < 0) ? operand.Value : value);
        return false;
    }
}
