using System.Globalization;
using System.Text.Json.Nodes;
using OwnedData.Bson;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Responses;

/// <summary>The slow, obvious writer that the fast one is compared with: canonical Extended JSON in, a tree of nodes out, null propagation by exceptions.</summary>
internal sealed class ReferenceWriter(bool[] conditions)
{
    public List<string> ErrorPaths { get; } = [];

    /// <summary>The object, or null when it must be null.</summary>
    public JsonNode? Write(BsonDocument document, DocumentShape shape, string path)
    {
        try
        {
            return WriteObject(JsonNode.Parse(ExtendedJson.Write(document.Span, canonical: true))!.AsObject(), shape, path);
        }
        catch (NullDueException)
        {
            return null;
        }
    }

    private JsonObject WriteObject(JsonObject document, DocumentShape shape, string path)
    {
        var result = new JsonObject();
        foreach (var field in shape.Fields.Where(field => field.Condition == ConditionSet.Always || conditions[field.Condition]))
        {
            result[field.ResponseName] = field.Shape is null
                ? JsonNode.Parse(field.Constant!)
                : WriteNullable(document[System.Text.Encoding.UTF8.GetString(field.StoredName)], field.Shape, $"{path}/{field.ResponseName}");
        }

        return result;
    }

    private JsonNode? WriteNullable(JsonNode? value, FieldShape shape, string path)
    {
        try
        {
            return value is null ? throw new NullDueException(shape.IsNullable ? null : path) : WriteValue(value, shape, path);
        }
        catch (NullDueException due)
        {
            if (due.Path is not null)
            {
                ErrorPaths.Add(due.Path);
            }

            return shape.IsNullable ? null : throw new NullDueException(null);
        }
    }

    private JsonNode WriteValue(JsonNode value, FieldShape shape, string path) => (shape, value) switch
    {
        (ListShape list, JsonArray array) => new JsonArray([.. array.Select((item, index) => WriteNullable(item, list.Element, $"{path}/{index}"))]),
        (ObjectShape embedded, JsonObject document) when !document.Any(member => member.Key.StartsWith('$')) => WriteObject(document, embedded.Object, path),
        (ScalarShape scalar, _) => Plain(value) is { } leaf && Fits(scalar.Kind, value, leaf) is { } written ? written : throw new NullDueException(path),
        (EnumShape enumeration, JsonValue text) when enumeration.Enum.Members.Any(member => text.TryGetValue<string>(out var name) && name == member.Name) => text.DeepClone(),
        _ => throw new NullDueException(path),
    };

    private static JsonNode? Fits(ScalarKind kind, JsonNode value, JsonNode plain) => (kind, TypeOf(value)) switch
    {
        (ScalarKind.JSON, _) => plain,
        (ScalarKind.String, "string") or (ScalarKind.Boolean, "boolean") or (ScalarKind.DateTime, "$date") or (ScalarKind.UUID, "$binary") => plain,
        (ScalarKind.ID, "string" or "$oid" or "$binary") => plain,
        (ScalarKind.ID, "$numberInt" or "$numberLong") => plain.ToJsonString(),
        (ScalarKind.Float or ScalarKind.Decimal, "$numberInt" or "$numberLong" or "$numberDouble" or "$numberDecimal") => plain,
        (ScalarKind.Int or ScalarKind.Long, "$numberInt" or "$numberLong" or "$numberDouble" or "$numberDecimal") => Integer(kind, plain),
        _ => null,
    };

    private static JsonNode? Integer(ScalarKind kind, JsonNode plain)
    {
        var number = decimal.Parse(plain.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        var limit = kind == ScalarKind.Int ? int.MaxValue : long.MaxValue;
        return number == decimal.Truncate(number) && number >= -(decimal)limit - 1 && number <= limit ? (long)number : null;
    }

    private static string TypeOf(JsonNode value) => value switch
    {
        JsonObject wrapper when wrapper.FirstOrDefault().Key is ['$', ..] type => type,
        JsonValue leaf => leaf.TryGetValue<string>(out _) ? "string" : "boolean",
        _ => "nested",
    };

    private static JsonNode? Plain(JsonNode? value) => (value, value is null ? "" : TypeOf(value)) switch
    {
        (JsonArray array, _) => new JsonArray([.. array.Select(Plain)]),
        (JsonObject document, "nested") => new JsonObject(document.Select(member => KeyValuePair.Create(member.Key, Plain(member.Value)))),
        (JsonObject wrapper, "$oid") => wrapper["$oid"]!.DeepClone(),
        (JsonObject wrapper, "$binary") => new Guid(Convert.FromBase64String((string)wrapper["$binary"]!["base64"]!), bigEndian: true).ToString(),
        (JsonObject wrapper, "$date") => Iso(long.Parse((string)wrapper["$date"]!["$numberLong"]!)),
        (JsonObject wrapper, _) => JsonNode.Parse((string)wrapper.First().Value!),
        _ => value?.DeepClone(),
    };

    private static string Iso(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString(milliseconds % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    private sealed class NullDueException(string? path) : Exception
    {
        /// <summary>Where an error is still to be added; null when it was.</summary>
        public string? Path { get; } = path;
    }
}
