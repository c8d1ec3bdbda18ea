using System.Collections;
using System.Text;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Tests.Language;

/// <summary>A tree as text, one node a line, its locations left out: two trees are the same when their texts are.</summary>
internal static class SyntaxTree
{
    public static string Describe(SyntaxNode node)
    {
        var text = new StringBuilder();
        Append(text, node.GetType().Name, node, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, object? value, int depth)
    {
        text.Append(' ', depth * 2).Append(name);
        switch (value)
        {
            case SyntaxNode node:
                text.Append(": ").Append(node.GetType().Name).Append('\n');
                foreach (var property in node.GetType().GetProperties().Where(property => property.Name != nameof(SyntaxNode.Location) && property.CanWrite))
                {
                    Append(text, property.Name, property.GetValue(node), depth + 1);
                }

                break;
            case string words:
                text.Append(": \"").Append(words).Append("\"\n");
                break;
            case IEnumerable items:
                text.Append('\n');
                foreach (var item in items)
                {
                    Append(text, "-", item, depth + 1);
                }

                break;
            default:
                text.Append(": ").Append(value ?? "none").Append('\n');
                break;
        }
    }
}
