using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Updating;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>One statement of an `update`.</summary>
internal sealed record UpdateStatement(BsonDocument Filter, Update Update, bool Multi, bool Upsert)
{
    internal static UpdateStatement Parse(BsonDocument statement)
    {
        var reader = CommandReader.OfPart(statement, "update.updates");
        BsonDocument filter = default;
        Update? update = null;
        var multi = false;
        var upsert = false;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "q":
                    filter = reader.Document();
                    break;
                case "u":
                    update = Update.Parse(reader.Document());
                    break;
                case "multi":
                    multi = reader.Boolean();
                    break;
                case "upsert":
                    upsert = reader.Boolean();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        return new UpdateStatement(filter, update ?? throw reader.Missing("u"), multi, upsert);
    }
}
