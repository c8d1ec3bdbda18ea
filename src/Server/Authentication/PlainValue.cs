using System.Text.Json;
using OwnedData.Bson;

namespace OwnedData.Server.Authentication;

/// <summary>A plain JSON value as BSON, the way a claim of a token and a grant of the command line become values for rules.</summary>
internal static class PlainValue
{
    /// <summary>A string, number or boolean: what a rule can compare with.</summary>
    public static bool Is(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    /// <summary>Writes the value of an element whose name (or place in an array) is already open.</summary>
    public static void Write(BsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                writer.WriteString(value.GetString()!);
                break;
            case JsonValueKind.Number when value.TryGetInt64(out var integer):
                writer.WriteInt64(integer);
                break;
            case JsonValueKind.Number:
                writer.WriteDouble(value.GetDouble());
                break;
            default:
                writer.WriteBoolean(value.GetBoolean());
                break;
        }
    }
}
