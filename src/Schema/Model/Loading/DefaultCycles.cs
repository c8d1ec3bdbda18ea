using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Refuses defaults that would fill in each other without end: what an object's default leaves out takes its own default, §3.10.</summary>
internal sealed class DefaultCycles
{
    private readonly Dictionary<ModelField, FieldDeclaration> _declarations;
    private readonly HashSet<ModelField> _done = [];
    private readonly List<ModelField> _path = [];

    private DefaultCycles(IEnumerable<FieldDeclaration> fields) => _declarations = fields.ToDictionary(field => field.Field);

    public static void Check(IEnumerable<FieldDeclaration> fields)
    {
        var cycles = new DefaultCycles(fields);
        foreach (var field in cycles._declarations.Keys)
        {
            cycles.FollowDefault(field);
        }
    }

    private void FollowDefault(ModelField field)
    {
        if (field.Default is not { } literal)
        {
            return;
        }

        if (_path.Contains(field))
        {
            var (declaration, circle) = (_declarations[field], _path.Skip(_path.IndexOf(field)).Append(field).Select(one => one.Name));
            declaration.Errors.Report(
                literal,
                $"The default of `{field.Name}` would fill in itself without end: {string.Join(" → ", circle)}.",
                $"Give `{field.Name}` a value in it, such as null, or remove the default.");
        }
        else if (_done.Add(field))
        {
            _path.Add(field);
            Follow(literal, field.Type);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Follow(ValueNode literal, FieldType type)
    {
        switch (literal, type)
        {
            case (ListValueNode list, ListFieldType { Element: var element }):
                foreach (var item in list.Values)
                {
                    Follow(item, element);
                }

                break;
            case (ObjectValueNode value, EmbeddedFieldType { Object: var target }):
                foreach (var field in target.Fields)
                {
                    if (value.Fields.FirstOrDefault(entry => entry.Name.Value == field.Name) is { } entry)
                    {
                        Follow(entry.Value, field.Type);
                    }
                    else
                    {
                        FollowDefault(field);
                    }
                }

                break;
        }
    }
}
