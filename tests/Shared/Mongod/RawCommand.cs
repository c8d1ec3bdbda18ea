using OwnedData.Bson;
using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Tests;

/// <summary>A command as it is written.</summary>
internal sealed class RawCommand(string json) : AdministrationCommand
{
    protected override void WriteElements(BsonWriter writer)
    {
        var reader = new BsonReader(BsonDocument.Parse(json).Span);
        while (reader.Read())
        {
            writer.WriteName(reader.NameSpan);
            writer.WriteValue(reader.Value);
        }
    }
}
