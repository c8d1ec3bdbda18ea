using System.Globalization;

namespace OwnedData.Execution.Tests.Access.NonInterference;

/// <summary>Generated requests on a model: all kinds of reads and writes, of documents that the viewer may see, may not see, and that are not there.</summary>
internal sealed class ScenarioRequests(Random random, ScenarioModel model, bool hasPermissions)
{
    private static readonly string[] Sortable = ["id", "name", "label", "dept", "org", "rank", "secret"];

    /// <summary>A request; the cursor is one that was given before, or null.</summary>
    public string Next(string? cursor)
    {
        var type = Any(model.Types);
        return random.Next(14) switch
        {
            0 or 1 => $"{{ {ListOf(type, cursor)} }}",
            2 => $"{{ {ListOf(type, null)} second: {ListOf(Any(model.Types), null)} }}",
            3 => $"{{ one: {type.Field}(id: \"{Id(type)}\") {{ {Fields(type, 2)} }} two: {type.Field}(id: \"{Id(type)}\") {{ __typename id }} }}",
            4 => $"{{ node(id: \"{Id(type)}\") {{ __typename id ... on {type.Name} {{ {Fields(type, 1)} }} }} }}",
            5 => $"{{ nodes(ids: [{string.Join(", ", Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"\"{Id(Any(model.Types))}\""))}]) {{ __typename id ... on {type.Name} {{ {Fields(type, 1)} }} }} }}",
            6 => $"{{ {type.List}(where: {Where(type, 0)}) {{ totalCount }} all: {type.List} {{ totalCount nodes {{ id }} }} }}",
            7 or 8 => Mutation(type, "CREATE"),
            9 or 10 or 11 => Mutation(type, "UPDATE"),
            12 => Mutation(type, "DELETE"),
            _ => $"{{ {type.List}(first: 20) {{ nodes {{ {Fields(type, 2)} }} }} viewer {{ subject }} }}",
        };
    }

    public string CountsOf(ScenarioType type) => $"{{ {type.List} {{ totalCount }} }}";

    private string Mutation(ScenarioType type, string operation)
    {
        if (!type.IsOpen(operation))
        {
            return $"{{ {ListOf(type, null)} }}";
        }

        var verb = operation.ToLowerInvariant();
        var input = operation switch
        {
            "CREATE" => $"name: \"n{random.Next(8)}\"{Inputs()}",
            "UPDATE" => $"id: \"{Id(type)}\"{Version(type)}{(random.Next(2) == 0 ? $", name: \"n{random.Next(8)}\"" : "")}{Inputs()}",
            _ => $"id: \"{Id(type)}\"{Version(type)}",
        };
        return $"mutation {{ {verb}{type.Name}(input: {{ {input} }}) {{ {type.Field} {{ {Fields(type, 1)} }} errors {{ __typename ... on Error {{ message }} }} }} }}";

        string Inputs()
        {
            var inputs = "";
            if (random.Next(4) == 0)
            {
                inputs += $", dept: {TextOrNull("d", 3)}";
            }

            if (random.Next(5) == 0)
            {
                inputs += $", org: {TextOrNull("o", 2)}";
            }

            if (random.Next(4) == 0)
            {
                inputs += $", readers: [{(random.Next(2) == 0 ? "\"alice\"" : "\"bob\", \"d1\"")}]";
            }

            if (random.Next(4) == 0)
            {
                inputs += $", rank: {(random.Next(4) == 0 ? "null" : random.Next(5).ToString(CultureInfo.InvariantCulture))}";
            }

            if (random.Next(4) == 0)
            {
                inputs += $", label: \"d{random.Next(3)}x\"";
            }

            if (random.Next(6) == 0)
            {
                inputs += $", secret: {TextOrNull("s", 3)}";
            }

            return random.Next(3) > 0 ? inputs
                : $"{inputs}, parentId: {(random.Next(5) == 0 ? "null" : $"\"{Id(model.Types.Single(other => other.Name == type.ParentName))}\"")}";
        }
    }

    private string Version(ScenarioType type) => type.IsVersioned && random.Next(2) == 0 ? $", ifVersion: {random.Next(1, 3)}" : "";

    private string ListOf(ScenarioType type, string? cursor)
    {
        var size = random.Next(1, 12);
        var paging = random.Next(6) switch
        {
            0 => "",
            1 => $"last: {size}",
            2 when cursor is not null => $"last: {size}, before: \"{cursor}\"",
            3 or 4 when cursor is not null => $"first: {size}, after: \"{cursor}\"",
            _ => $"first: {size}",
        };
        var arguments = string.Join(", ", new[]
        {
            paging,
            random.Next(2) == 0 ? $"where: {Where(type, 0)}" : "",
            random.Next(2) == 0 ? $"order: [{string.Join(", ", Enumerable.Range(0, random.Next(1, 3)).Select(_ => $"{{ {Any(Sortable)}: {(random.Next(2) == 0 ? "ASC" : "DESC")} }}"))}]" : "",
        }.Where(argument => argument.Length > 0));
        return $"{type.List}{(arguments.Length > 0 ? $"({arguments})" : "")} {{ edges {{ cursor node {{ {Fields(type, 2)} }} }} totalCount pageInfo {{ startCursor endCursor hasNextPage hasPreviousPage }} }}";
    }

    private string Fields(ScenarioType type, int depth)
    {
        var fields = new List<string> { "name" };
        foreach (var field in (string[])["id", "label", "dept", "org", "readers", "rank", "secret"])
        {
            if (random.Next(3) == 0)
            {
                fields.Add(field);
            }
        }

        if (type.IsVersioned)
        {
            fields.Add("version");
        }

        if (hasPermissions && random.Next(2) == 0)
        {
            fields.Add("can { update delete }");
        }

        if (depth > 0 && random.Next(2) == 0)
        {
            fields.Add($"parent {{ {Fields(model.Types.Single(other => other.Name == type.ParentName), depth - 1)} }}");
        }

        foreach (var child in depth > 0 ? type.Children(model.Types) : [])
        {
            if (random.Next(2) == 0)
            {
                fields.Add($"{child.List}(first: {random.Next(1, 8)}) {{ {Fields(child, depth - 1)} }}");
            }
        }

        return string.Join(' ', fields);
    }

    private string Where(ScenarioType type, int depth) => random.Next(depth < 2 ? 13 : 11) switch
    {
        0 => $"{{ name: {{ eq: \"n{random.Next(8)}\" }} }}",
        1 => $"{{ name: {{ nin: [\"n{random.Next(8)}\", \"n{random.Next(8)}\"] }} }}",
        2 => $"{{ label: {{ startsWith: \"d{random.Next(3)}\" }} }}",
        3 => $"{{ dept: {{ {(random.Next(2) == 0 ? "eq" : "neq")}: {TextOrNull("d", 3)} }} }}",
        4 => $"{{ readers: {{ {(random.Next(2) == 0 ? "some" : "none")}: {{ eq: \"bob\" }} }} }}",
        5 => $"{{ rank: {{ gt: {random.Next(5)} }} }}",
        6 => $"{{ secret: {{ neq: \"s{random.Next(3)}\" }} }}",
        7 => $"{{ parentId: {{ eq: \"{Id(model.Types.Single(other => other.Name == type.ParentName))}\" }} }}",
        8 => $"{{ id: {{ in: [\"{Id(type)}\", \"{Id(type)}\", \"{Id(type)}\"] }} }}",
        9 => $"{{ org: {{ eq: \"o{random.Next(2)}\" }} }}",
        10 => $"{{ rank: {{ lte: {random.Next(5)} }}, label: {{ ncontains: \"1\" }} }}",
        11 => $"{{ or: [{Where(type, depth + 1)}, {Where(type, depth + 1)}] }}",
        _ => $"{{ and: [{Where(type, depth + 1)}, {Where(type, depth + 1)}] }}",
    };

    // One in ten is a document that the viewer made a moment ago.
    private string Id(ScenarioType type) => ScenarioWorlds.IdOf(type, random.Next(10) == 0 ? ScenarioWorlds.Numbers + 1001 : random.Next(ScenarioWorlds.Numbers));

    private string TextOrNull(string prefix, int count) => random.Next(6) == 0 ? "null" : $"\"{prefix}{random.Next(count)}\"";

    private T Any<T>(T[] values) => values[random.Next(values.Length)];
}
