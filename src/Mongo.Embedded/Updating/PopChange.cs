using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$pop`: an array without its first or its last element.</summary>
internal sealed class PopChange(bool isFirst) : ValueChange
{
    internal override Operand? Initial => null;

    internal override bool Write(BsonValue value, string path, BsonWriter output)
    {
        if (value.Type != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.TypeMismatch, $"Path '{path}' contains an element of non-array type '{value.Type}'");
        }

        output.WriteStartArray();
        var reader = new BsonReader(value.Bytes);
        var isThere = reader.Read();
        while (isThere)
        {
            var element = reader.Value;
            var isAtStart = reader.ElementOffset == sizeof(int);
            isThere = reader.Read();
            if (isFirst ? !isAtStart : isThere)
            {
                output.WriteValue(element);
            }
        }

        output.WriteEndArray();
        return false;
    }
}
