using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>Makes the inputs of `where`: one for each type of the model, and those of the operations that its fields need, each once.</summary>
internal sealed class FilterInputs
{
    private readonly SortedDictionary<string, InputObjectTypeDefinitionNode> _operations = new(StringComparer.Ordinal);

    /// <summary>The operation inputs used so far, by name.</summary>
    public IEnumerable<InputObjectTypeDefinitionNode> Operations => _operations.Values;

    /// <summary>`NoteFilterInput`. Every field is there under its model name, save those that hold JSON.</summary>
    public InputObjectTypeDefinitionNode OfType(ModelType type)
    {
        var name = ApiNames.FilterInput(type.Name);
        return Sdl.InputObject(name, null,
        [
            Sdl.Input("and", $"[{name}!]"),
            Sdl.Input("or", $"[{name}!]"),
            .. type is StoredType ? [Sdl.Input("id", OfScalar(ScalarKind.ID))] : ImmutableArray<InputValueDefinitionNode>.Empty,
            .. type.Fields.Where(field => !field.IsInternal).Select(OfField).OfType<InputValueDefinitionNode>(),
        ]);
    }

    private InputValueDefinitionNode? OfField(ModelField field) =>
        OfFieldType(field.Type) is { } filter ? Sdl.Input(field.InputName, filter) : null;

    private string? OfFieldType(FieldType type) => type switch
    {
        ScalarFieldType { Kind: ScalarKind.JSON } => null,
        ScalarFieldType scalar => OfScalar(scalar.Kind),
        EnumFieldType @enum => OfEnum(@enum.Enum.Name),
        ReferenceFieldType => OfScalar(ScalarKind.ID),
        EmbeddedFieldType embedded => ApiNames.FilterInput(embedded.Object.Name),
        _ => OfList(((ListFieldType)type).Element),
    };

    private string? OfList(FieldType element)
    {
        if (OfFieldType(element) is not { } filter)
        {
            return null;
        }

        var name = ApiNames.ListFilterInput(filter, element is EmbeddedFieldType);
        _operations.TryAdd(name, Sdl.InputObject(name, null,
        [
            OfOperation("all", filter),
            OfOperation("none", filter),
            OfOperation("some", filter),
            OfOperation("any", "Boolean"),
        ]));
        return name;
    }

    private string OfScalar(ScalarKind kind)
    {
        var name = ApiNames.OperationFilterInput(kind);
        IEnumerable<InputValueDefinitionNode> fields = kind switch
        {
            ScalarKind.String =>
            [
                Sdl.Input("and", $"[{name}!]"),
                Sdl.Input("or", $"[{name}!]"),
                .. OfOperations(FilterOperations.Of(kind), "String", "String"),
            ],
            _ => OfOperations(FilterOperations.Of(kind), kind.ToString(), kind.ToString()),
        };
        _operations.TryAdd(name, Sdl.InputObject(name, null, fields));
        return name;
    }

    private string OfEnum(string type)
    {
        var name = ApiNames.OperationFilterInput(type);
        _operations.TryAdd(name, Sdl.InputObject(name, null, OfOperations(FilterOperations.Equalities, type, type + "!")));
        return name;
    }

    private static IEnumerable<InputValueDefinitionNode> OfOperations(IEnumerable<string> operations, string type, string element) =>
        operations.Select(operation => OfOperation(operation, operation is "in" or "nin" ? $"[{element}]" : type));

    private static InputValueDefinitionNode OfOperation(string name, string type) =>
        Sdl.Input(name, type) with { Directives = [CostDirectives.OfOperation(name)] };
}
