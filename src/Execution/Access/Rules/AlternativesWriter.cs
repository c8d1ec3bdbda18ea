using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Writes alternatives as one member of an open `$and`: a single one as it is, several under `$or`.</summary>
/// <param name="writer">Where the members stand.</param>
/// <param name="isNested">
/// True where the members may stand in a `$or` already: a single alternative of several conditions is then kept together, since each of them
/// would else be an alternative of its own.
/// </param>
internal ref struct AlternativesWriter(BsonWriter writer, bool isNested)
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
        if (alternative is not AllCondition || !(_isOr || isNested))
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
