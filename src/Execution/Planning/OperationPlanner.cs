using System.Diagnostics;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Limits;
using OwnedData.Schema.Api;

namespace OwnedData.Execution.Planning;

/// <summary>The last stage of compilation: a plan for every root field.</summary>
internal static class OperationPlanner
{
    public static OperationPlan Plan(AuthorizedOperation operation, ApiSchema api, CostPlanner costs) => new(
        operation.Definition,
        [.. operation.Fields.Select(field => Plan(field, operation, api))],
        [.. operation.Fields.Select(field => costs.Plan(field.Selection))],
        operation.Tables);

    private static FieldPlan Plan(AuthorizedField field, AuthorizedOperation operation, ApiSchema api) => field.Api switch
    {
        ConnectionField connection => new ConnectionPlan(field, connection.Type),
        DocumentField document => new DocumentPlan(field, document.Type),
        NodeField => new NodePlan(field, NodeShapes.Create(field.Selection, api.Model), api.Model),
        NodesField => new NodesPlan(field, NodeShapes.Create(field.Selection, api.Model), api.Model),
        ViewerField => new ViewerPlan(field),
        CreateField create => new CreatePlan(field, create.Type, api.Schema),
        UpdateField update => new UpdatePlan(field, update.Type),
        DeleteField delete => new DeletePlan(field, delete.Type),
        null => new IntrospectionPlan(field, api.Schema, api.Schema.GetRootType(operation.Definition.Operation)!.Name),
        _ => throw new UnreachableException($"No plan for {field.Api}."),
    };
}
