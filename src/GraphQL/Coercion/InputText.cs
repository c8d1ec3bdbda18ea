using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Coercion;

/// <summary>
/// An input as messages show it: literals as GraphQL prints them, JSON as GraphQL's reference implementation inspects it, both cut to a readable
/// length.
/// </summary>
internal static class InputText
{
    private const int MaxLength = 400;
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    public static string Of(SyntaxNode node) => Cut(Printer.Print(node));

    public static string Of(JsonElement json)
    {
        var text = new StringBuilder();
        Inspect(json, 0, text);
        return Cut(text.ToString());
    }

    /// <summary>Reads a JSON string. False when it is no Unicode text: a lone surrogate, or bytes that are not UTF-8.</summary>
    public static bool TryRead(JsonElement json, out string text)
    {
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>Reads a property's name. False when it is no Unicode text.</summary>
    public static bool TryReadName(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static void Inspect(JsonElement json, int depth, StringBuilder text)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                text.Append(TryRead(json, out var content) ? Quote(content) : "\"\uFFFD\"");
                break;
            case JsonValueKind.Array:
                InspectArray(json, depth, text);
                break;
            case JsonValueKind.Object:
                InspectObject(json, depth, text);
                break;
            default:
                text.Append(json.GetRawText());
                break;
        }
    }

    private static void InspectArray(JsonElement json, int depth, StringBuilder text)
    {
        var length = json.GetArrayLength();
        if (depth >= MaxDepth && length > 0)
        {
            text.Append("[Array]");
            return;
        }

        text.Append('[');
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            text.Append(index == 0 ? "" : ", ");
            if (index == MaxItems)
            {
                text.Append("... ").Append(length - MaxItems).Append(length - MaxItems == 1 ? " more item" : " more items");
                break;
            }

            Inspect(item, depth + 1, text);
            index++;
        }

        text.Append(']');
    }

    private static void InspectObject(JsonElement json, int depth, StringBuilder text)
    {
        var isEmpty = true;
        foreach (var property in json.EnumerateObject())
        {
            if (depth >= MaxDepth)
            {
                text.Append("[Object]");
                return;
            }

            text.Append(isEmpty ? "{ " : ", ").Append(TryReadName(property, out var name) ? name : "\uFFFD").Append(": ");
            Inspect(property.Value, depth + 1, text);
            isEmpty = false;
            if (text.Length > MaxLength)
            {
                return;
            }
        }

        text.Append(isEmpty ? "{}" : " }");
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return string.Concat(text.AsSpan(0, length), "…");
    }
}
