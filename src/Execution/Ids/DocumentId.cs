using OwnedData.Bson;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Ids;

/// <summary>A global id that names a document of a known type: its `_id` as BSON, ready for a filter.</summary>
internal sealed class DocumentId
{
    private DocumentId(StoredType type, BsonDocument filter) => (Type, Filter) = (type, filter);

    public StoredType Type { get; }

    /// <summary>`{ _id: … }`.</summary>
    public BsonDocument Filter { get; }

    /// <summary>The `_id`'s value.</summary>
    public BsonValue Value => Filter.TryGetValue("_id"u8, out var value) ? value : default;

    /// <summary>Null when the text is not an id of that type.</summary>
    public static DocumentId? Parse(string text, StoredType type) =>
        GlobalId.TryParse(text, out var id) && id.TypeName == type.Name ? Create(id, type) : null;

    /// <summary>Null when the text is not an id of any type of the model.</summary>
    public static DocumentId? Parse(string text, DataModel model) =>
        GlobalId.TryParse(text, out var id) && model.FindStoredType(id.TypeName) is { } type ? Create(id, type) : null;

    /// <summary>The error for a text that is not an id, worded as Hot Chocolate's.</summary>
    public static GraphQLError InvalidFormat(string text) => new(
        ErrorCatalog.InvalidId,
        "The node ID string has an invalid format.",
        [],
        Extensions: [new("originalValue", text.Length <= 200 ? text : text[..200])]);

    /// <summary>Writes the value of an element whose name is already open.</summary>
    public void WriteTo(BsonWriter writer) => writer.WriteValue(Value);

    private static DocumentId? Create(GlobalId id, StoredType type)
    {
        if (!id.TryGetValue(type.IdKind, out var value))
        {
            return null;
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteValue("_id"u8, value);
        writer.WriteEndDocument();
        return new DocumentId(type, writer.ToDocument());
    }
}
