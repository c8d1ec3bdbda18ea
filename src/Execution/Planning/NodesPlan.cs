using System.Collections.Frozen;
using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>`nodes(ids:)`: one find for each collection that the ids name.</summary>
internal sealed class NodesPlan(AuthorizedField field, FrozenDictionary<string, (DocumentFetch Fetch, GateSet Gates)> shapes, DataModel model)
    : FieldPlan(field)
{
    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments)
    {
        arguments.TryGetValue("ids", out var value);
        var texts = (IReadOnlyList<object?>)value!;
        if (texts.Count > context.Limits.NodeIds)
        {
            return new GraphQLError(
                ErrorCatalog.TooManyNodes,
                $"The maximum number of nodes that can be fetched at once is {context.Limits.NodeIds}. This request asks for {texts.Count}.",
                []);
        }

        var ids = ImmutableArray.CreateBuilder<DocumentId>(texts.Count);
        foreach (var text in texts)
        {
            if (DocumentId.Parse((string)text!, model) is not { } id)
            {
                return DocumentId.InvalidFormat((string)text!);
            }

            ids.Add(id);
        }

        return new BoundNodes(Selection, shapes, ids.ToImmutable(), context);
    }

    public override void Describe(PlanText text)
    {
        foreach (var (_, (fetch, gates)) in shapes.OrderBy(shape => shape.Key, StringComparer.Ordinal))
        {
            text.Line($"for the ids that name {fetch.Type.Name} ({gates})");
            text.Fetch("find by ids", fetch);
        }
    }
}
