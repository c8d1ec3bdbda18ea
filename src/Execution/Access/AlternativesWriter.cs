using OwnedData.Bson;

namespace OwnedData.Execution.Access;

/// <summary>Writes alternatives as one member of an open `$and`: a single one as it is, several under `$or`.</summary>
internal ref struct AlternativesWriter(BsonWriter writer)
{
    private bool _isOr;

    public void Start(int count)
    {
        _isOr = count > 1;
        if (_isOr)
        {
            writer.WriteStartDocument();
            writer.WriteStartArray("$or"u8);
        }
    }

    public readonly void Write(RuleCondition alternative, in RuleContext context, in WrittenFields written)
    {
        if (!_isOr || alternative is not AllCondition)
        {
            alternative.WriteMembers(writer, context, written);
            return;
        }

        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        alternative.WriteMembers(writer, context, written);
        writer.WriteEndArray();
        writer.WriteEndDocument();
    }

    public readonly void End()
    {
        if (_isOr)
        {
            writer.WriteEndArray();
            writer.WriteEndDocument();
        }
    }
}
