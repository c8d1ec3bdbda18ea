using System.Diagnostics;
using System.Text;
using OwnedData.Bson;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>Writes one operation of a filter on a leaf (`gt`, `ncontains`, …) as one MongoDB operator into an open document.</summary>
internal sealed class OperatorWriter(BsonWriter writer)
{
    private const string PatternCharacters = @"\^$.|?*+()[]{}-/#";

    /// <summary>The error for a value that an operation cannot take.</summary>
    public static GraphQLError InvalidOperand(string operation) => new(
        ErrorCatalog.InvalidFilter,
        $"The filter operation `{operation}` takes no null. Leave it out, or compare with `eq: null`.",
        []);

    /// <summary>The text as a pattern that finds it: `\z` and not `$`, which would also match before a last line break.</summary>
    public static string PatternOf(string operation, string text) => operation switch
    {
        "contains" => Escape(text),
        "startsWith" => "^" + Escape(text),
        "endsWith" => Escape(text) + @"\z",
        _ => throw new UnreachableException(operation),
    };

    /// <summary>Null when it was written, else what the client has to correct.</summary>
    public GraphQLError? Write(string operation, object? operand, FieldType type)
    {
        switch (operation)
        {
            case "eq" or "neq":
                writer.WriteName(operation == "eq" ? "$eq"u8 : "$ne"u8);
                StoredValue.WriteLeaf(writer, type, operand);
                return null;
            case var _ when operand is null:
                return InvalidOperand(operation);
            case "in" or "nin":
                WriteMembers(operation == "in" ? "$in"u8 : "$nin"u8, (IReadOnlyList<object?>)operand, type);
                return null;
            case "gt" or "gte" or "lt" or "lte":
                WriteComparison(operation, operand, type);
                return null;
            case "contains" or "startsWith" or "endsWith":
                writer.WriteString("$regex"u8, PatternOf(operation, (string)operand));
                return null;
            default:
                return WriteNegation(operation[1..], operand, type);
        }
    }

    // `ngt` is "not greater": other than `lte`, it also holds for null and for what cannot be compared.
    private GraphQLError? WriteNegation(string operation, object operand, FieldType type)
    {
        writer.WriteStartDocument("$not"u8);
        var error = Write(operation, operand, type);
        writer.WriteEndDocument();
        return error;
    }

    private void WriteMembers(ReadOnlySpan<byte> name, IReadOnlyList<object?> members, FieldType type)
    {
        writer.WriteStartArray(name);
        foreach (var member in members)
        {
            StoredValue.WriteLeaf(writer, type, member);
        }

        writer.WriteEndArray();
    }

    private void WriteComparison(string operation, object operand, FieldType type)
    {
        writer.WriteName(operation switch
        {
            "gt" => "$gt"u8,
            "gte" => "$gte"u8,
            "lt" => "$lt"u8,
            _ => "$lte"u8,
        });
        StoredValue.WriteLeaf(writer, type, operand);
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            // A BSON pattern ends at a NUL, so the text's own is written as an escape.
            _ = character == '\0' ? escaped.Append(@"\x00")
                : PatternCharacters.Contains(character, StringComparison.Ordinal) ? escaped.Append('\\').Append(character)
                : escaped.Append(character);
        }

        return escaped.ToString();
    }
}
