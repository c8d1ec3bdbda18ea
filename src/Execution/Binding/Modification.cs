using OwnedData.Bson;
using OwnedData.Execution.Ids;
using OwnedData.Execution.Mutations;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Binding;

/// <summary>What an update or a delete does to one document.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Update">Update operators; null to remove it.</param>
/// <param name="IfVersion">The version that is meant; null for any.</param>
/// <param name="References">What the input refers to; null for a delete.</param>
internal sealed record Modification(DocumentId Id, BsonDocument? Update, int? IfVersion, InputReferences? References)
{
    public AccessOperation Operation => Update is null ? AccessOperation.Delete : AccessOperation.Update;

    /// <summary>`{ _id: … }`, and the version where one is meant.</summary>
    public BsonDocument Filter
    {
        get
        {
            if (IfVersion is not { } version)
            {
                return Id.Filter;
            }

            using var writer = new BsonWriter();
            writer.WriteStartDocument();
            writer.WriteName("_id"u8);
            Id.WriteTo(writer);
            writer.WriteInt32("version"u8, version);
            writer.WriteEndDocument();
            return writer.ToDocument();
        }
    }
}
