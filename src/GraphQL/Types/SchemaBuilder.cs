using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types.Building;

namespace OwnedData.GraphQL.Types;

/// <summary>The only way to a schema: from a document of definitions, through all checks of §3.</summary>
public static class SchemaBuilder
{
    /// <summary>
    /// The schema, or all mistakes at once with their locations. Scalars that the server knows (`Long`, `DateTime` …) need no declaration;
    /// the types of introspection and the built-in directives are added.
    /// </summary>
    public static Outcome<GraphQLSchema> Build(DocumentNode sdl)
    {
        var problems = new SchemaProblems();
        var definitions = new DefinitionCollector(problems).Collect(sdl);
        ReservedNamesCheck.Run(definitions, problems);

        var all = BuiltInDefinitions.AddTo(definitions);
        var factory = new TypeFactory(all, problems);
        factory.CreateTypes();
        var directives = all.Directives.Values.Select(factory.CreateDirective).ToList();
        var types = factory.Types;

        var rootTypes = new RootTypeResolver(definitions, problems).Resolve(types);
        var context = new SchemaCheckContext(
            definitions,
            types.ToDictionary(type => type.Name),
            directives.ToDictionary(directive => directive.Name),
            factory,
            problems);
        FieldsCheck.Run(context);
        InterfacesCheck.Run(context);
        InputCyclesCheck.Run(context);
        AppliedDirectivesCheck.Run(context);
        if (problems.Any)
        {
            return problems.ToErrors();
        }

        return new GraphQLSchema(
            definitions.Schema?.Description?.Value,
            definitions.Schema?.Directives ?? [],
            rootTypes,
            types,
            [.. directives]);
    }
}
