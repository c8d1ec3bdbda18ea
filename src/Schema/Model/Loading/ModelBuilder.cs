namespace OwnedData.Schema.Model.Loading;

/// <summary>The loader's last step: declarations → model. Types first, then fields, then what needs all fields. It reports and goes on.</summary>
internal static class ModelBuilder
{
    public static DataModel Build(Declarations declarations)
    {
        NameCheck.Check(declarations);
        var types = new TypeTable(declarations);
        RootFieldCheck.Check(declarations, types);

        var fieldsByType = declarations.Types.ToDictionary(type => type.Name, type => new FieldReader(type, types).Read());
        foreach (var declaration in declarations.Types)
        {
            if (types.Type(declaration) is StoredType type)
            {
                new InverseReader(declaration, types).Read(type);
            }
        }

        EmbeddedCycles.Check(fieldsByType);
        var fields = fieldsByType.Values.SelectMany(all => all).ToArray();
        DefaultCycles.Check(fields);
        foreach (var field in fields)
        {
            DefaultCheck.Check(field);
            RuleCheck.CheckGates(field);
        }

        var inverted = declarations.Types.Select(types.Type).OfType<StoredType>()
            .SelectMany(type => type.Inverses)
            .Select(inverse => inverse.Reference)
            .ToHashSet();
        foreach (var declaration in declarations.Types)
        {
            if (types.Type(declaration) is StoredType type)
            {
                new RuleReader(declaration, type).Read();
                RuleCheck.Check(declaration, type, fieldsByType[declaration.Name]);
                new IndexReader(declaration, type, inverted).Read(fieldsByType[declaration.Name]);
            }
        }

        return types.ToModel(declarations);
    }
}
