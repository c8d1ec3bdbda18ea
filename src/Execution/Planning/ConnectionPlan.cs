using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>`notes(first:, after:, where:, order:)`: a find of one document more than the page, and a count when it is selected.</summary>
internal sealed class ConnectionPlan : FieldPlan
{
    private readonly StoredType _type;
    private readonly ConnectionShape _shape;
    private readonly ShapeProjection _projection;

    public ConnectionPlan(AuthorizedField field, StoredType type)
        : base(field)
    {
        _type = type;
        _shape = ConnectionShape.Build(field.Selection.Selection, type);
        _projection = new ShapeProjection(_shape.NodeShapes());
    }

    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments)
    {
        arguments.TryGetValue("order", out var orderArgument);
        return PageOrder.Create(_type, orderArgument, context.Viewer).Then(order =>
            PageArguments.Create(arguments, _type.Paging, order, $"Query.{Selection.Name}", context.Cursors, context.Viewer)
                .Then(page => Bind(context, arguments, order, page)));
    }

    public override void Describe(PlanText text)
    {
        text.Line($"find {_type.Collection} projection {_projection}");
        text.Connection(_shape);
    }

    private Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments, PageOrder order, PageArguments page)
    {
        arguments.TryGetValue("where", out var whereArgument);
        var where = whereArgument as InputObject;
        var needs = _shape.NeedsUnder(context.Conditions);
        return ClientFilter.Create(where, _type, order, page, context.Viewer).Then<BoundField>(filter =>
            new BoundConnection(
                Selection,
                _shape,
                new ConnectionResult(order, page),
                needs.HasFlag(ConnectionNeeds.Documents) ? CreateFind(context, filter, order, page, needs) : null,
                needs.HasFlag(ConnectionNeeds.Count) ? new CountRequest(_type.Collection, filter.WriteOfAllPages(), context.MaxTime) : null,
                context));
    }

    private FindCommand CreateFind(BindingContext context, ClientFilter filter, PageOrder order, PageArguments page, ConnectionNeeds needs)
    {
        var needsSortValues = needs.HasFlag(ConnectionNeeds.Cursors) && order.Keys.Length > 1;
        return new FindCommand(_type.Collection)
        {
            Filter = filter.OfPage,
            Sort = order.ToSort(page.IsReversed),
            Projection = needsSortValues ? _projection.For(context.Gates, order.Keys.Select(key => key.StoredPath)) : _projection.For(context.Gates),
            Limit = page.Limit + 1,
            MaxTime = context.MaxTime,
        };
    }
}
