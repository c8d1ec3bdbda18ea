using System.Collections.Immutable;
using System.Diagnostics;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>The start of the server: a checked model → the published schema. The same model gives the same schema, to the letter.</summary>
public static class ApiBuilder
{
    /// <summary>Can't fail: what would collide is refused by the model's check.</summary>
    public static ApiSchema Build(DataModel model) => new(
        model,
        BuildSchema(Describe(model)),
        QueryFields(model).ToDictionary(query => query.Field.Name.Value, query => query.Does),
        Mutations(model).SelectMany(mutation => mutation.ApiFields).ToDictionary());

    /// <summary>The schema as SDL: the roots first, then what is read, what is written, and what every model has.</summary>
    internal static DocumentNode Describe(DataModel model)
    {
        ImmutableArray<FieldDefinitionNode> mutations = [.. Mutations(model).SelectMany(mutation => mutation.Fields)];
        return new(default,
        [
            SchemaDefinition(mutations.IsEmpty ? [OperationKind.Query] : [OperationKind.Query, OperationKind.Mutation]),
            GateDirectives.Definition,
            .. CostDirectives.Definitions,
            Sdl.Object("Query", null, QueryFields(model).Select(query => query.Field)),
            .. mutations.IsEmpty ? [] : ImmutableArray.Create(Sdl.Object("Mutation", null, mutations)),
            .. model.StoredTypes.SelectMany(QueryTypes.TypesOf),
            .. model.EmbeddedTypes.SelectMany(QueryTypes.TypesOf),
            .. model.Enums.Select(QueryTypes.TypeOf),
            .. Mutations(model).SelectMany(mutation => mutation.Types),
            .. FiltersAndSorts(model),
            .. CommonTypes.All,
            .. MutationErrors.Common(model),
        ]);
    }

    private static SchemaDefinitionNode SchemaDefinition(ImmutableArray<OperationKind> roots) => new(
        default,
        null,
        [],
        [.. roots.Select(root => new OperationTypeDefinitionNode(default, root, new NamedTypeNode(default, Sdl.Name(root.ToString()))))]);

    private static IEnumerable<(FieldDefinitionNode Field, ApiField Does)> QueryFields(DataModel model) =>
        QueryTypes.CommonFields.Concat(model.StoredTypes.SelectMany(QueryTypes.FieldsOf));

    private static IEnumerable<MutationTypes> Mutations(DataModel model) => model.StoredTypes.Select(MutationTypes.Of);

    private static IEnumerable<DefinitionNode> FiltersAndSorts(DataModel model)
    {
        ModelType[] types = [.. model.StoredTypes, .. model.EmbeddedTypes];
        var filters = new FilterInputs();
        var sorts = new SortInputs(model);
        return
        [
            .. types.Select(filters.OfType),
            .. types.Select(sorts.OfType).OfType<InputObjectTypeDefinitionNode>(),
            .. filters.Operations,
        ];
    }

    private static GraphQLSchema BuildSchema(DocumentNode document)
    {
        var outcome = SchemaBuilder.Build(document);
        return outcome.TryGetValue(out var schema)
            ? schema
            : throw new UnreachableException(
                $"The model was accepted, but its schema is not: {string.Join(" ", outcome.Errors.Select(error => error.Message))}");
    }
}
