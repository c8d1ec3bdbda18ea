using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Updating;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>One statement of an `update`. Its update is parsed when its turn comes: a bad one is that statement's error.</summary>
internal sealed record UpdateStatement(BsonDocument Filter, Operand Update, UpdateOptions Options, bool Multi, bool Upsert, QuerySettings Settings)
{
    internal static UpdateStatement Parse(BsonDocument statement, UpdateOptions options)
    {
        var reader = CommandReader.OfPart(statement, "update.updates");
        BsonDocument filter = default;
        Operand update = default;
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
                    update = reader.Operand();
                    break;
                case "arrayFilters":
                    options = options with { ArrayFilters = reader.Documents() };
                    break;
                case "c":
                    options = options with { Scope = options.Scope?.WithValues(reader.Document()) };
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

        return update.Type == default
            ? throw reader.Missing("u")
            : new UpdateStatement(filter, update, options with { Collation = reader.Settings.Collation }, multi, upsert, reader.Settings);
    }
}
