using System.Text.Json.Nodes;
using OwnedData.Schema.Model;
using OwnedData.Server.AccessMatrix;

namespace OwnedData.Server.AccessTesting;

/// <summary>What `read budget` in a test file asks for beside the document: one field, by its path through embedded objects.</summary>
internal static class TrialField
{
    private const string Read = "read ";

    /// <summary>The path in a word of `may` or `mayNot`; null when it names no field.</summary>
    public static string? PathIn(string word) => word.StartsWith(Read, StringComparison.Ordinal) ? word[Read.Length..] : null;

    /// <summary>The field at the end of the path; null where the API has none.</summary>
    public static ModelField? Find(ModelType type, string path)
    {
        ModelField? found = null;
        ModelType? at = type;
        foreach (var name in path.Split('.'))
        {
            if (at is null || !at.TryGetField(name, out found) || found.IsInternal)
            {
                return null;
            }

            at = GatedField.ObjectOf(found.Type);
        }

        return found;
    }

    /// <summary>The path as a selection; empty when the expectation names no field.</summary>
    public static string SelectionOf(Expectation expectation)
    {
        if (expectation.Field is not { } path)
        {
            return "";
        }

        var type = Find(expectation.Type, path)!.Type;
        return path.Split('.').Reverse().Aggregate(
            type is ReferenceFieldType || GatedField.ObjectOf(type) is not null ? "{ __typename }" : "",
            (inner, name) => inner.Length == 0 || inner[0] == '{' ? $"{name} {inner}" : $"{name} {{ {inner} }}");
    }

    /// <summary>Whether a reference was asked for and the answer has no document there.</summary>
    public static bool IsHidden(Expectation expectation, JsonNode answer) =>
        expectation.Field is { } path
        && Find(expectation.Type, path)!.Type is ReferenceFieldType
        && path.Split('.').Aggregate((JsonNode?)answer, (node, name) => (node as JsonObject)?[name]) is null;
}
