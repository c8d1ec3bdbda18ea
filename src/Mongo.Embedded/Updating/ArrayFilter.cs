using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>One of an update's `arrayFilters`: which elements an identifier in its paths stands for.</summary>
internal sealed class ArrayFilter(byte[] identifier, Filter filter)
{
    internal ReadOnlySpan<byte> Identifier => identifier;

    /// <summary>Whether a path of the update has the identifier: one that none has is a mistake.</summary>
    internal bool IsUsed { get; set; }

    internal bool Matches(BsonValue element)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteValue(identifier, element);
        writer.WriteEndDocument();
        return filter.Matches(writer.WrittenSpan);
    }
}
