using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Projecting;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;
using OwnedData.Mongo.Embedded.Updating;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`findAndModify`: changes, removes or makes one document and gives back an image of it, all in one transaction.</summary>
internal sealed class FindAndModifyHandler : IWriteHandler, IPlannedHandler
{
    /// <summary>How the document to change is found.</summary>
    public QueryPlan Plan(BsonDocument command, Session session, OperationContext context)
    {
        var request = Parse(command, context, out var collection);
        return QueryPlanner.Plan(session.Catalogue.Find(collection), request.Filter, request.Sort, limit: 1, request.Scope, request.Settings);
    }

    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var request = Parse(command, context, out var collection);
        using var changer = new DocumentChanger(session, collection, context, request.Scope);
        var found = changer.FindFirst(request.Filter, request.Sort, request.Settings);
        return found.Records switch
        {
            [var record] => ChangeFound(request, changer, record, found.Filter),
            _ when request is { Upsert: true, Update: { } update } => Upsert(request, changer, update, found.Filter),
            _ => Reply(request, count: 0, isExisting: false, upserted: null, image: null),
        };
    }

    private static BsonDocument ChangeFound(Request request, DocumentChanger changer, long record, Filter filter)
    {
        var before = changer.Read(record);
        if (request.Update is null)
        {
            changer.Delete(record, before);
            return Reply(request, count: 1, isExisting: false, upserted: null, before);
        }

        var after = changer.Change(record, before, request.Update, filter, out _);
        return Reply(request, count: 1, isExisting: true, upserted: null, request.ReturnNew ? after : before);
    }

    private static BsonDocument Upsert(Request request, DocumentChanger changer, Update update, Filter filter)
    {
        var document = changer.Insert(filter, update);
        return Reply(request, count: 1, isExisting: false, document, request.ReturnNew ? document : null);
    }

    private static Request Parse(BsonDocument command, OperationContext context, out string collection)
    {
        var reader = CommandReader.OfCommand(command, context, out collection);
        var request = new Request { Scope = Scope.Of(context) };
        Operand update = default;
        var options = new UpdateOptions(context.TimeProvider);
        while (reader.Read())
        {
            if (reader.Name == "update")
            {
                update = reader.Operand();
                continue;
            }

            if (reader.Name == "arrayFilters")
            {
                options = options with { ArrayFilters = reader.Documents() };
                continue;
            }

            request = reader.Name switch
            {
                "query" => request with { Filter = reader.Document() },
                "sort" => request with { Sort = reader.Document() },
                "remove" => request with { Remove = reader.Boolean() },
                "let" => request with { Scope = request.Scope.WithValues(reader.Document()) },
                "new" => request with { ReturnNew = reader.Boolean() },
                "upsert" => request with { Upsert = reader.Boolean() },
                "fields" => request with { Projection = reader.Document() is { IsEmpty: false } fields ? Projection.Parse(fields) : null },
                _ => throw reader.Unknown(),
            };
        }

        request = request with
        {
            Settings = reader.Settings,
            Update = update.Type == default ? null : Update.Parse(update.Value, options with { Scope = request.Scope, Collation = reader.Settings.Collation }),
        };
        return request.Remove == request.Update is null && !(request.Remove && (request.ReturnNew || request.Upsert))
            ? request
            : throw new StoreException(StoreErrorCode.FailedToParse, "Either an update or remove=true must be specified, and remove goes with neither new nor upsert");
    }

    private static BsonDocument Reply(Request request, int count, bool isExisting, BsonDocument? upserted, BsonDocument? image)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        WriteLastError(writer, request, count, isExisting, upserted);
        if (image is { } document)
        {
            using var projected = new BsonWriter();
            request.Projection?.Write(document.Span, projected);
            writer.WriteDocument("value"u8, request.Projection is null ? document.Span : projected.WrittenSpan);
        }
        else
        {
            writer.WriteNull("value"u8);
        }

        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteLastError(BsonWriter writer, Request request, int count, bool isExisting, BsonDocument? upserted)
    {
        writer.WriteStartDocument("lastErrorObject"u8);
        writer.WriteInt32("n"u8, count);
        if (!request.Remove)
        {
            writer.WriteBoolean("updatedExisting"u8, isExisting);
        }

        if (upserted is { } document && document.TryGetValue("_id"u8, out var id))
        {
            writer.WriteValue("upserted"u8, id);
        }

        writer.WriteEndDocument();
    }

    private sealed record Request
    {
        internal BsonDocument Filter { get; init; }

        internal BsonDocument Sort { get; init; }

        internal QuerySettings Settings { get; init; } = QuerySettings.None;

        internal Update? Update { get; init; }

        internal required Scope Scope { get; init; }

        internal bool Remove { get; init; }

        internal bool ReturnNew { get; init; }

        internal bool Upsert { get; init; }

        internal Projection? Projection { get; init; }
    }
}
