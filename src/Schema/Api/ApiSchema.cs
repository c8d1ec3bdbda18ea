using System.Collections.Frozen;
using OwnedData.GraphQL.Types;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>
/// What the server publishes: the schema that requests are validated against, and what each root field of it does.
/// Only <see cref="ApiBuilder"/> makes one.
/// </summary>
public sealed class ApiSchema
{
    internal ApiSchema(
        DataModel model,
        GraphQLSchema schema,
        IReadOnlyDictionary<string, ApiField> queryFields,
        IReadOnlyDictionary<string, ApiField> mutationFields) =>
        (Model, Schema, QueryFields, MutationFields) = (model, schema, queryFields.ToFrozenDictionary(), mutationFields.ToFrozenDictionary());

    public DataModel Model { get; }

    public GraphQLSchema Schema { get; }

    /// <summary>By the names of Query's fields, without those of introspection.</summary>
    public FrozenDictionary<string, ApiField> QueryFields { get; }

    /// <summary>By the names of Mutation's fields.</summary>
    public FrozenDictionary<string, ApiField> MutationFields { get; }
}
