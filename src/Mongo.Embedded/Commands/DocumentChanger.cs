using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;
using OwnedData.Mongo.Embedded.Updating;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>
/// Changes and deletes the documents that a filter finds, for update, delete and findAndModify. All records are found before the first is changed,
/// so that a change never meets its own result.
/// </summary>
internal sealed class DocumentChanger(WriteSession session, string collectionName, OperationContext context, Scope scope) : IDisposable
{
    private readonly BsonWriter _writer = new();
    private readonly CollectionWriter _target = new(session, collectionName);

    /// <summary>Documents found so far by updates that were carried out.</summary>
    internal int Matched { get; private set; }

    /// <summary>Those of them that were changed.</summary>
    internal int Modified { get; private set; }

    internal int Deleted { get; private set; }

    /// <summary>Runs one update; gives back the document it made when nothing matched and it is an upsert.</summary>
    internal BsonDocument? Update(UpdateStatement statement)
    {
        var update = Updating.Update.Parse(statement.Update.Value, statement.Options);
        var found = Find(statement.Filter, statement.Multi ? 0 : 1, statement.Settings);
        var modified = 0;
        foreach (var record in found.Records)
        {
            context.CountRead();
            Change(record, Read(record), update, found.Filter, out var isChanged);
            modified += isChanged ? 1 : 0;
        }

        Matched += found.Records.Count;
        Modified += modified;
        return found.Records.Count == 0 && statement.Upsert ? Insert(found.Filter, update) : null;
    }

    internal void Delete(BsonDocument filter, long limit, QuerySettings settings)
    {
        foreach (var record in Find(filter, limit, settings).Records)
        {
            context.CountRead();
            Delete(record, Read(record));
        }
    }

    internal void Delete(long record, BsonDocument document)
    {
        _target.Delete(record, document.Span);
        Deleted++;
    }

    /// <summary>The records that match, the first in a given order when there is a limit.</summary>
    internal FoundRecords Find(BsonDocument filter, long limit, QuerySettings settings)
    {
        var plan = QueryPlanner.Plan(session.Catalogue.Find(collectionName), filter, sort: default, limit, scope, settings);
        var records = new List<long>();
        using var source = plan.OpenRecords(session.Connection, context);
        while ((limit == 0 || records.Count < limit) && source.MoveNext())
        {
            records.Add(source.Record);
        }

        return new FoundRecords(plan.Filter, records);
    }

    /// <summary>The record that matches and is the first in an order, if there is one.</summary>
    internal FoundRecords FindFirst(BsonDocument filter, BsonDocument sort, QuerySettings settings)
    {
        var plan = QueryPlanner.Plan(session.Catalogue.Find(collectionName), filter, sort, limit: 1, scope, settings);
        var records = new List<long>();
        BsonDocument best = default;
        using var source = plan.OpenRecords(session.Connection, context);
        while ((!plan.IsOrdered || records.Count == 0) && source.MoveNext())
        {
            if (records.Count == 0 || plan.Sort!.Compare(source.Current, best.Span) < 0)
            {
                records = [source.Record];
                best = new BsonDocument(source.Current.ToArray());
            }
        }

        return new FoundRecords(plan.Filter, records);
    }

    internal BsonDocument Read(long record)
    {
        using var statement = session.Connection.Rent(StatementKind.SelectDocument, session.Catalogue.Find(collectionName)!.Id);
        statement.Bind(1, record);
        statement.Step();
        return new BsonDocument(statement.GetBlob(0).ToArray());
    }

    /// <summary>Gives back the new image.</summary>
    internal BsonDocument Change(long record, BsonDocument document, Update update, Filter filter, out bool isChanged)
    {
        _writer.Reset();
        isChanged = update.Apply(document.Span, filter, _writer);
        if (!isChanged)
        {
            return document;
        }

        StoredDocument.Validate(_writer.WrittenSpan);
        _target.Replace(record, document.Span, _writer.WrittenSpan);
        return _writer.ToDocument();
    }

    /// <summary>Makes the document of an upsert and gives it back.</summary>
    internal BsonDocument Insert(Filter filter, Update update)
    {
        _writer.Reset();
        update.WriteUpsert(filter, ObjectId.NewId(context.TimeProvider), _writer);
        var document = _writer.ToDocument();
        StoredDocument.Write(_writer, document.Span, context.TimeProvider);
        session.FindOrCreate(collectionName);
        _target.Insert(_writer.WrittenSpan);
        return _writer.ToDocument();
    }

    public void Dispose() => _writer.Dispose();
}
