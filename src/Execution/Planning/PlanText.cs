using System.Text;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Planning;

/// <summary>A plan as stable text: what is fetched, through which gates, and how the answer is shaped.</summary>
internal sealed class PlanText(SelectionTables tables)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public static string Of(OperationPlan plan)
    {
        var text = new PlanText(plan.Tables);
        text.Line($"{plan.Operation.ToString().ToLowerInvariant()} {plan.Definition.Name?.Value}".TrimEnd());
        text._depth++;
        foreach (var field in plan.Fields)
        {
            text.Line($"{text.Name(field.Selection)} ({field.Gates})");
            text.Nest(() => field.Describe(text));
        }

        return text._text.ToString();
    }

    public void Line(string line) => _text.Append(' ', 2 * _depth).Append(line).Append('\n');

    public void Fetch(string what, DocumentFetch fetch)
    {
        Line($"{what} {fetch.Type.Collection} projection {fetch.Projection}");
        Nest(() => Shape(fetch.Shape));
    }

    public void Connection(ConnectionShape shape) => Connection(shape.Fields);

    public void Payload(PayloadShape shape)
    {
        Line($"projection {shape.Projection} ({shape.ReadGates})");
        foreach (var (selection, document) in shape.Fields)
        {
            Line(Name(selection));
            if (document is not null)
            {
                Nest(() => Shape(document));
            }
        }
    }

    private void Connection(IEnumerable<ConnectionShapeField> fields)
    {
        foreach (var field in fields)
        {
            Line(Name(field.Selection));
            Nest(() =>
            {
                if (field.Node is not null)
                {
                    Shape(field.Node);
                }

                Connection(field.Inner);
            });
        }
    }

    private void Shape(DocumentShape shape)
    {
        foreach (var field in shape.Fields)
        {
            var source = field.Shape switch
            {
                null => Encoding.UTF8.GetString(field.Constant!),
                PermissionsShape permissions => permissions.TypeReference,
                { } value => $"{Encoding.UTF8.GetString(field.StoredName)}: {Describe(value)}",
            };
            Line($"{field.ResponseName} = {source}{Behind(field.Gate)}{If(field.Condition)}");
            Nest(() => Inside(field.Shape));
        }
    }

    private void Inside(FieldShape? shape)
    {
        switch (shape)
        {
            case ObjectShape embedded:
                Shape(embedded.Object);
                break;
            case ListShape list:
                Inside(list.Element);
                break;
            case PermissionsShape permissions:
                Line($"by {string.Join(", ", permissions.Fields.Select(field => field.ResponseName))}, from {string.Join(", ", permissions.StoredPaths().Distinct())}");
                break;
            case ReferenceShape reference:
                Fetch("find by ids", reference.Fetch);
                break;
            case InverseShape inverse:
                Fetch($"aggregate for each {inverse.Relation.Inverse!.Reference.StoredName}", inverse.Fetch);
                break;
        }
    }

    private void Nest(Action write)
    {
        _depth++;
        write();
        _depth--;
    }

    private string Name(FieldSelection selection) =>
        (selection.ResponseName == selection.Name ? selection.Name : $"{selection.ResponseName}: {selection.Name}") + If(selection.Condition);

    private string If(int condition) => condition == ConditionSet.Always ? "" : $" if {tables.Conditions.Describe(condition)}";

    private string Behind(int gate) => gate == ViewerGates.Open ? "" : $" ({tables.Gates.Describe(gate)})";

    private static string Describe(FieldShape shape) => shape switch
    {
        ListShape list => $"[{Describe(list.Element)}]",
        ObjectShape nested => nested.Object.TypeName,
        EnumShape named => named.Enum.Name,
        ScalarShape scalar => scalar.Kind.ToString(),
        RelatedShape related => related.NullableTypeReference,
        GlobalIdShape id => $"ID of {id.TypeName}",
        _ => shape.ToString(),
    } + (shape.IsNullable ? "" : "!");
}
