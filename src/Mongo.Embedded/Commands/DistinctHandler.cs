using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`distinct`: the values under a path, an array's elements each for itself, equal ones once.</summary>
internal sealed class DistinctHandler : IReadHandler
{
    public BsonDocument Run(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var collection);
        BsonDocument query = default;
        FieldPath? key = null;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "key":
                    key = FieldPath.Parse(reader.String());
                    break;
                case "query":
                    query = reader.Document();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        var path = key ?? throw reader.Missing("key");
        var plan = QueryPlanner.Plan(session.Catalogue.Find(collection), query, sort: default, limit: 0, Scope.Of(context), reader.Settings);
        var collation = reader.Settings.Collation;
        return Reply.Ok(writer =>
        {
            using var source = plan.OpenRecords(session.Connection, context);
            writer.WriteStartArray("values"u8);
            WriteValues(writer, source, path, collation);
            writer.WriteEndArray();
        });
    }

    private static void WriteValues(BsonWriter writer, RecordSource source, FieldPath path, Collation? collation)
    {
        var seen = new SortedSet<Operand>(Comparer<Operand>.Create((left, right) => BsonComparer.Compare(left.Value, right.Value, collation)));
        while (source.MoveNext())
        {
            Collect(source.Current, path, component: 0, value =>
            {
                if (seen.Add(Operand.From(value)))
                {
                    writer.WriteValue(value);
                }
            });
            if (writer.WrittenCount > StoredDocument.MaximumLength)
            {
                throw new StoreException(StoreErrorCode.DistinctTooBig, "distinct too big, 16mb cap");
            }
        }
    }

    private static void Collect(ReadOnlySpan<byte> level, FieldPath path, int component, ValueAction add)
    {
        if (!FieldPath.TryFind(level, path[component], out var element))
        {
            return;
        }

        if (component + 1 < path.Length)
        {
            Descend(element.Value, path, component + 1, add);
        }
        else if (element.ElementType == BsonType.Array)
        {
            var elements = new BsonReader(element.ValueSpan);
            while (elements.Read())
            {
                add(elements.Value);
            }
        }
        else
        {
            add(element.Value);
        }
    }

    private static void Descend(BsonValue value, FieldPath path, int component, ValueAction add)
    {
        if (value.Type == BsonType.Document)
        {
            Collect(value.Bytes, path, component, add);
        }
        else if (value.Type == BsonType.Array && path.IndexAt(component) >= 0)
        {
            Collect(value.Bytes, path, component, add);
        }
        else if (value.Type == BsonType.Array)
        {
            var elements = new BsonReader(value.Bytes);
            while (elements.Read())
            {
                if (elements.ElementType == BsonType.Document)
                {
                    Collect(elements.ValueSpan, path, component, add);
                }
            }
        }
    }

    private delegate void ValueAction(BsonValue value);
}
