using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`findAndModify`: changes or removes the first match and gives back its old or new image, in one step.</summary>
public sealed class FindAndModifyCommand(string collection) : ReplyCommand(collection)
{
    public required BsonDocument Filter { get; init; }

    /// <summary>Update operators; null to remove the document. Never empty: that would replace the document by nothing.</summary>
    public required BsonDocument? Update
    {
        get;
        init => field = value is { IsEmpty: true } ? throw new ArgumentException("An update without operators replaces the document.", nameof(value)) : value;
    }

    /// <summary>Inclusion projection of the image given back; empty for the whole document.</summary>
    public BsonDocument Projection { get; init; } = BsonDocument.Empty;

    /// <summary>True for the image after the change, false for the one before.</summary>
    public bool ReturnNew { get; init; }

    public bool Upsert { get; init; }

    /// <summary>This command with another filter: the query filter's way to add the access predicate.</summary>
    public FindAndModifyCommand WithFilter(BsonDocument filter) =>
        new(Collection) { Filter = filter, Update = Update, Projection = Projection, ReturnNew = ReturnNew, Upsert = Upsert, MaxTime = MaxTime };

    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteString("findAndModify"u8, Collection);
        writer.WriteDocument("query"u8, Filter);
        if (Update is not { } update)
        {
            writer.WriteBoolean("remove"u8, true);
        }
        else
        {
            writer.WriteDocument("update"u8, update);
            writer.WriteBoolean("new"u8, ReturnNew);
            writer.WriteBoolean("upsert"u8, Upsert);
        }

        if (!Projection.IsEmpty)
        {
            writer.WriteDocument("fields"u8, Projection);
        }
    }
}
