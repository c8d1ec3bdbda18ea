using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Access.Grants;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>A subject's document in the collection of grants, as the `grants` commands change it: always as a whole.</summary>
internal static class GrantDocument
{
    /// <summary>The filter that finds it.</summary>
    public static BsonDocument ById(string subject)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("_id"u8, subject);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    /// <summary>A line a grant, `name=value`.</summary>
    public static List<string> ToLines(BsonDocument document)
    {
        var lines = new List<string>();
        var reader = new BsonReader(document.Span);
        while (reader.Read())
        {
            if (!reader.NameSpan.SequenceEqual("_id"u8))
            {
                lines.Add($"{Encoding.UTF8.GetString(reader.NameSpan)}={ToText(reader.Value)}");
            }
        }

        return lines;
    }

    /// <summary>The document with the given grants in the place of those of the same names. Throws <see cref="StartupException"/> where it would not count.</summary>
    public static BsonDocument Merge(BsonDocument? document, string subject, ILookup<string, string> given)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("_id"u8, subject);
        var reader = new BsonReader((document ?? BsonDocument.Empty).Span);
        while (reader.Read())
        {
            if (!reader.NameSpan.SequenceEqual("_id"u8) && !given.Contains(Encoding.UTF8.GetString(reader.NameSpan)))
            {
                writer.WriteValue(reader.NameSpan, reader.Value);
            }
        }

        foreach (var group in given)
        {
            GrantValue.Write(writer, group.Key, [.. group], isList: group.Key is "permissions" or "roles");
        }

        writer.WriteEndDocument();
        var merged = writer.ToDocument();
        return ViewerGrants.TryRead(merged, out _, out var problem) ? merged : throw new StartupException($"Nothing is changed: {problem}.");
    }

    /// <summary>The document without some grants, or without all; null when nothing is left. Throws <see cref="StartupException"/> for one that isn't there.</summary>
    public static BsonDocument? Without(BsonDocument? document, string subject, string[] names)
    {
        var left = 0;
        var missing = names.ToHashSet(StringComparer.Ordinal);
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var reader = new BsonReader((document ?? BsonDocument.Empty).Span);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            if (name == "_id" || (names.Length > 0 && !names.Contains(name)))
            {
                writer.WriteValue(reader.NameSpan, reader.Value);
                left += name == "_id" ? 0 : 1;
            }

            missing.Remove(name);
        }

        writer.WriteEndDocument();
        return missing.Count > 0 ? throw new StartupException($"Nothing is changed: {subject} has no grant {string.Join(", ", missing.Order())}.")
            : left > 0 ? writer.ToDocument()
            : null;
    }

    // A document of one element is `{"v": …}`.
    private static string ToText(BsonValue value)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteValue("v"u8, value);
        writer.WriteEndDocument();
        return ExtendedJson.Write(writer.WrittenSpan, canonical: false)["{\"v\": ".Length..^1];
    }
}
