using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Tests.Coercion;

/// <summary>Random inputs as literal and as JSON, mostly of the type that is asked for. Enums never become strings of other types, where the two forms differ by design.</summary>
internal sealed class RandomInput(Random random)
{
    private static readonly string[] Scalars = ["1", "-7", "2.5", "true", "2147483648", "9223372036854775808", "1e-3", "[]", "{}", "[1]"];

    public (string Literal, string Json) Of(GraphQLType type, int depth)
    {
        if (random.Next(20) == 0)
        {
            return ("null", "null");
        }

        if (random.Next(20) == 0)
        {
            return Same(Scalars[random.Next(Scalars.Length)]);
        }

        return type.NullableType switch
        {
            ListType list => random.Next(5) == 0 ? Of(list.OfType, depth) : ListOf(list, depth),
            InputObjectType inputType => ObjectOf(inputType, depth),
            EnumType => random.Next(8) == 0 ? ("BLUE", "\"BLUE\"") : ("RED", "\"RED\""),
            var scalar => ScalarOf(scalar.InnermostType.Name),
        };
    }

    private static (string Literal, string Json) Same(string text) => (text, text);

    private (string Literal, string Json) ScalarOf(string name) => name switch
    {
        "String" => Same("\"text \\u0000 \\n\""),
        "Boolean" => Same("false"),
        "JSON" => random.Next(2) == 0 ? ("{a: [1, null, {b: \"x\"}]}", "{\"a\": [1, null, {\"b\": \"x\"}]}") : Same("[[2.5], \"s\", true]"),
        _ => Same(random.Next(4) == 0 ? "0.5" : $"{random.Next(-100, 100)}"),
    };

    private (string Literal, string Json) ListOf(ListType type, int depth)
    {
        var items = Enumerable.Range(0, random.Next(4)).Select(_ => Of(type.OfType, depth + 1)).ToList();
        return ($"[{string.Join(", ", items.Select(item => item.Literal))}]", $"[{string.Join(", ", items.Select(item => item.Json))}]");
    }

    private (string Literal, string Json) ObjectOf(InputObjectType type, int depth)
    {
        var fields = type.Fields
            .Where(field => depth < 4 && (field.IsRequired ? random.Next(20) > 0 : random.Next(3) == 0))
            .OrderBy(_ => random.Next())
            .Select(field => (field.Name, Value: Of(field.Type, depth + 1)))
            .ToList();
        if (random.Next(20) == 0)
        {
            fields.Add(("unknown", Same("1")));
        }

        var literal = string.Join(", ", fields.Select(field => $"{field.Name}: {field.Value.Literal}"));
        var json = string.Join(", ", fields.Select(field => $"\"{field.Name}\": {field.Value.Json}"));
        return ($"{{{literal}}}", $"{{{json}}}");
    }
}
