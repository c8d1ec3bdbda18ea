using System.Text;
using OwnedData.Bson;

namespace OwnedData.Server.Development;

/// <summary>What queries have in common that differ in values alone: their names of fields and operators, in order.</summary>
internal static class QueryShape
{
    public static string Of(BsonDocument command)
    {
        var shape = new StringBuilder();
        Append(shape, command.Span, isArray: false);
        return shape.ToString();
    }

    // As deep as BSON may be, which the command was written under.
    private static void Append(StringBuilder shape, ReadOnlySpan<byte> level, bool isArray)
    {
        var reader = new BsonReader(level);
        while (reader.Read())
        {
            if (!isArray)
            {
                shape.Append(Encoding.UTF8.GetString(reader.NameSpan)).Append(' ');
            }

            if (reader.ElementType is BsonType.Document or BsonType.Array)
            {
                shape.Append('(');
                Append(shape, reader.ValueSpan, reader.ElementType == BsonType.Array);
                shape.Append(')');
            }
        }
    }
}
