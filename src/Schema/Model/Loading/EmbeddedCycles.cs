using System.Collections.Immutable;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Refuses objects that would have to contain themselves without end. Through a nullable field or a list they may.</summary>
internal static class EmbeddedCycles
{
    public static void Check(IReadOnlyDictionary<string, ImmutableArray<FieldDeclaration>> fieldsByType)
    {
        var done = new HashSet<string>();
        foreach (var type in fieldsByType.Keys)
        {
            Visit(type, fieldsByType, [], done);
        }
    }

    // Recursion is as deep as the longest chain of embedded types, which the model's size bounds: see ModelLoader's limits.
    private static void Visit(
        string type,
        IReadOnlyDictionary<string, ImmutableArray<FieldDeclaration>> fieldsByType,
        List<string> path,
        HashSet<string> done)
    {
        if (!done.Add(type))
        {
            return;
        }

        path.Add(type);
        foreach (var field in fieldsByType[type])
        {
            if (field.Field.Type is not EmbeddedFieldType { IsNullable: false, Object.Name: var target })
            {
                continue;
            }

            var start = path.IndexOf(target);
            if (start >= 0)
            {
                var circle = string.Join(" → ", path.Skip(start).Append(target));
                field.Errors.Report(
                    field.Node.Type,
                    $"`{target}` would contain itself without end: {circle}.",
                    $"Write `{target}` without `!`, or a list.");
            }
            else
            {
                Visit(target, fieldsByType, path, done);
            }
        }

        path.RemoveAt(path.Count - 1);
    }
}
