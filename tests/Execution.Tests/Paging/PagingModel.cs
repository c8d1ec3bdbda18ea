using System.Text;
using OwnedData.Execution.Tests.Support;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Tests.Paging;

/// <summary>Rows with many ties and nulls, and the order that a page of them must be in, computed apart from the store.</summary>
internal sealed class PagingModel(Random random)
{
    public const string Model = """
        type Row @collection(name: "rows") @owned @paging(default: 5, max: 50) @index(fields: ["rank", "name:desc"]) {
          key: Int!
          rank: Int
          name: String @stored(as: "n")
          flag: Boolean
          ratio: Float
          color: Color
          home: Spot
        }
        type Other @collection(name: "others") @owned { rank: Int  name: String @stored(as: "n") }
        enum Color { RED GREEN BLUE }
        type Spot { level: Int  city: String @stored(as: "c") }
        """;

    private static readonly string[] s_fields = ["rank", "name", "flag", "ratio", "color", "home.level", "home.city"];
    private static readonly string[] s_names = ["", "A", "a", "aa", "b"];
    private static readonly string[] s_colors = ["BLUE", "GREEN", "RED"];
    private int _next;

    /// <summary>A row: `key` (its place by `_id`, too) and a comparable value or null for each field.</summary>
    public Dictionary<string, IComparable?> NewRow()
    {
        var hasHome = random.Next(4) > 0;
        return new()
        {
            ["key"] = _next++,
            ["rank"] = OrNull(random.Next(3)),
            ["name"] = OrNull(new Text(s_names[random.Next(s_names.Length)])),
            ["flag"] = OrNull(random.Next(2) == 0),
            ["ratio"] = OrNull((random.Next(3) - 1) / 4.0),
            ["color"] = OrNull(new Text(s_colors[random.Next(s_colors.Length)])),
            ["home.level"] = hasHome ? OrNull(random.Next(2)) : null,
            ["home.city"] = hasHome ? OrNull(new Text(s_names[random.Next(s_names.Length)])) : null,
        };
    }

    public static Task StoreAsync(Api api, string owner, IEnumerable<Dictionary<string, IComparable?>> rows) =>
        api.InsertAsync("rows", [.. rows.Select(row => ToExtendedJson(row, owner))]);

    public static async Task DeleteAsync(Api api, Dictionary<string, IComparable?> row)
    {
        var filter = Bson.BsonDocument.Parse($$"""{ "_id": { "$oid": "{{row["key"]:x24}}" } }""");
        await api.Store.ExecuteAsync(new FindAndModifyCommand("rows") { Filter = filter, Update = null }, default);
    }

    /// <summary>Up to three fields, each once, each up or down.</summary>
    public (string Field, bool IsDescending)[] NewOrder()
    {
        var fields = s_fields.ToArray();
        random.Shuffle(fields);
        return [.. fields.Take(random.Next(4)).Select(field => (field, random.Next(2) == 0))];
    }

    public static string ToGraphQL((string Field, bool IsDescending)[] order) => $"[{string.Join(", ", order.Select(key =>
    {
        var direction = key.IsDescending ? "DESC" : "ASC";
        return key.Field.StartsWith("home.", StringComparison.Ordinal) ? $"{{ home: {{ {key.Field[5..]}: {direction} }} }}" : $"{{ {key.Field}: {direction} }}";
    }))}]";

    public static int Compare(Dictionary<string, IComparable?> left, Dictionary<string, IComparable?> right, (string Field, bool IsDescending)[] order)
    {
        foreach (var (field, isDescending) in order)
        {
            var comparison = Comparer<IComparable?>.Default.Compare(left[field], right[field]);
            if (comparison != 0)
            {
                return isDescending ? -comparison : comparison;
            }
        }

        return Comparer<IComparable?>.Default.Compare(left["key"], right["key"]);
    }

    private IComparable? OrNull(IComparable value) => random.Next(4) == 0 ? null : value;

    private static string ToExtendedJson(Dictionary<string, IComparable?> row, string owner)
    {
        var key = (int)row["key"]!;
        var text = new StringBuilder($$"""{ "_id": { "$oid": "{{key:x24}}" }, "owner_id": "{{owner}}", "key": {{key}}""");
        foreach (var field in s_fields.Where(field => !field.StartsWith("home.", StringComparison.Ordinal)))
        {
            AddField(text, field == "name" ? "n" : field, row[field], key + field.Length);
        }

        if (row["home.level"] is not null || row["home.city"] is not null || key % 2 == 0)
        {
            var home = new StringBuilder();
            AddField(home, "level", row["home.level"], key);
            AddField(home, "c", row["home.city"], key + 1);
            text.Append($$""", "home": { {{home.ToString().TrimStart(',')}} }""");
        }

        return text.Append(" }").ToString();
    }

    // Null and missing are one order: which of them is stored depends on the row alone.
    private static void AddField(StringBuilder text, string name, IComparable? value, int choice)
    {
        if (value is not null || choice % 2 == 0)
        {
            text.Append($", \"{name}\": ").Append(value switch
            {
                null => "null",
                Text => $"\"{value}\"",
                bool flag => flag ? "true" : "false",
                _ => FormattableString.Invariant($"{value}"),
            });
        }
    }

    /// <summary>A text in ordinal order.</summary>
    private sealed record Text(string Value) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Value, (obj as Text)?.Value);

        public override string ToString() => Value;
    }
}
