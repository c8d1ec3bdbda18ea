using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`buildInfo`: its reply has the server's `version`.</summary>
public sealed class BuildInfoCommand : AdministrationCommand
{
    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer) => writer.WriteInt32("buildInfo"u8, 1);
}
