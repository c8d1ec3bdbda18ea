using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Tests.Support;

/// <summary>A query command made from the bytes of one that was sent, to have it explained.</summary>
internal sealed class RecordedQuery(BsonDocument command) : QueryCommand(CollectionOf(command))
{
    protected override void WriteElements(BsonWriter writer)
    {
        var reader = new BsonReader(command.Span);
        while (reader.Read())
        {
            writer.WriteValue(reader.NameSpan, reader.Value);
        }
    }

    private static string CollectionOf(BsonDocument command)
    {
        var reader = new BsonReader(command.Span);
        return reader.Read() ? Encoding.UTF8.GetString(reader.Value.AsString()) : throw new ArgumentException("An empty command");
    }
}
