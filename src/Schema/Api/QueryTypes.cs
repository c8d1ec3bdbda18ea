using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>Makes what is read: the object types of the model, connections, and the fields of Query.</summary>
internal static class QueryTypes
{
    public static ImmutableArray<(FieldDefinitionNode Field, ApiField Does)> CommonFields { get; } =
    [
        (
            Sdl.Field("node", ApiNames.Node, "Fetches an object given its ID.", Sdl.Input("id", "ID!", "ID of the object.")) with
            {
                Directives = [CostDirectives.OfFetch],
            },
            new NodeField()
        ),
        (
            Sdl.Field("nodes", $"[{ApiNames.Node}]!", "Lookup nodes by a list of IDs.", Sdl.Input("ids", "[ID!]!", "The list of node IDs.")) with
            {
                Directives = [CostDirectives.OfItemsOf("ids"), CostDirectives.OfFetch],
            },
            new NodesField()
        ),
        (Sdl.Field("viewer", ApiNames.Viewer, "The caller; null without a token."), new ViewerField()),
    ];

    public static IEnumerable<(FieldDefinitionNode Field, ApiField Does)> FieldsOf(StoredType type)
    {
        var one = Sdl.Field(
            ApiNames.CamelCase(type.Name),
            type.Name,
            type.Access.IsOwnersAlone ? $"The caller's {type.Name} of that id." : $"The {type.Name} of that id, if the caller may read it.",
            Sdl.Input("id", "ID!", ApiDescriptions.Id)) with { Directives = [CostDirectives.OfFetch] };
        var list = Sdl.Field(
            type.Plural,
            ApiNames.Connection(type.Name),
            $"{(type.Access.IsOwnersAlone ? $"The caller's documents of type {type.Name}" : $"The documents of type {type.Name} that the caller may read")}: {type.Paging.Default} where neither `first` nor `last` says, {type.Paging.Max} at most.",
            Sdl.Input("first", "Int", "Returns the first _n_ elements from the list."),
            Sdl.Input("after", "String", "Returns the elements in the list that come after the specified cursor."),
            Sdl.Input("last", "Int", "Returns the last _n_ elements from the list."),
            Sdl.Input("before", "String", "Returns the elements in the list that come before the specified cursor."),
            Sdl.Input("where", ApiNames.FilterInput(type.Name), "Conditions that the elements meet.") with { Directives = [CostDirectives.OfCondition] },
            Sdl.Input("order", $"[{ApiNames.SortInput(type.Name)}!]", "What the list is sorted by, the first first; then, and without it, by id.") with
            {
                Directives = [CostDirectives.OfCondition],
            }) with
        {
            Directives = [CostDirectives.OfPage(type.Paging), CostDirectives.OfFetch],
        };
        return [(one, new DocumentField(type)), (list, new ConnectionField(type))];
    }

    /// <summary>The type itself, its connection and its edge.</summary>
    public static IEnumerable<TypeDefinitionNode> TypesOf(StoredType type) =>
    [
        Sdl.Object(
            type.Name,
            type.Description,
            [
                Sdl.Field("id", "ID!", ApiDescriptions.Id),
                .. type.Fields.Where(field => !field.IsInternal).Select(Output),
                .. type.Inverses.Select(Output),
                Sdl.Field("can", ApiNames.Permissions(type.Name) + "!", "What the caller may do with it."),
            ],
            ApiNames.Node) with
        {
            Directives = GateDirectives.Of(type.Access.Gates, AccessOperation.Read),
        },
        Sdl.Object(ApiNames.Permissions(type.Name), $"What the caller may do with a {type.Name}.",
        [
            Sdl.Field("update", "Boolean!", "Whether the caller may change it."),
            Sdl.Field("delete", "Boolean!", "Whether the caller may delete it."),
        ]),
        Sdl.Object(ApiNames.Connection(type.Name), "A connection to a list of items.",
        [
            Sdl.Field("pageInfo", ApiNames.PageInfo + "!", "Information to aid in pagination."),
            Sdl.Field("edges", $"[{ApiNames.Edge(type.Name)}!]", "A list of edges."),
            Sdl.Field("nodes", $"[{type.Name}!]", "A flattened list of the nodes."),
            Sdl.Field("totalCount", "Int!", "Identifies the total count of items in the connection."),
        ]),
        Sdl.Object(ApiNames.Edge(type.Name), "An edge in a connection.",
        [
            Sdl.Field("cursor", "String!", "A cursor for use in pagination."),
            Sdl.Field("node", type.Name + "!", "The item at the end of the edge."),
        ]),
    ];

    /// <summary>An embedded type and the input it is written with.</summary>
    public static IEnumerable<TypeDefinitionNode> TypesOf(EmbeddedType type) =>
    [
        Sdl.Object(type.Name, type.Description, type.Fields.Select(Output)),
        Sdl.InputObject(
            ApiNames.EmbeddedInput(type.Name),
            type.Description,
            type.Fields.Select(field => Sdl.Input(field.Name, FieldTypes.Input(field.Type), field.Description, field.Default))),
    ];

    public static EnumTypeDefinitionNode TypeOf(EnumDefinition type) =>
        Sdl.Enum(type.Name, type.Description, type.Members.Select(member => (member.Name, member.Description)));

    private static FieldDefinitionNode Output(ModelField field) => Sdl.Field(field.Name, FieldTypes.Output(field.Type), field.Description) with
    {
        // A reference costs what any field costs: those of a level are one command.
        Directives = GateDirectives.Of(field.Gates, AccessOperation.Read),
    };

    private static FieldDefinitionNode Output(InverseField field) => Sdl.Field(
        field.Name,
        $"[{field.Type.Name}!]{(field.IsNullable ? "" : "!")}",
        field.Description,
        Sdl.Input("first", "Int", $"Returns the first _n_ elements from the list: {field.Paging.Default} where it isn't given, {field.Paging.Max} at most.")) with
    {
        Directives = [CostDirectives.OfList(field.Paging), CostDirectives.OfFetch],
    };
}
