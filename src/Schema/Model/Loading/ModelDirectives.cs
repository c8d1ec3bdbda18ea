using System.Collections.Immutable;
using static OwnedData.Schema.Model.Loading.ArgumentKind;
using static OwnedData.Schema.Model.Loading.ArgumentShape;

namespace OwnedData.Schema.Model.Loading;

/// <summary>The directives of the model's language. docs/model.md is held to this list by a test.</summary>
internal static class ModelDirectives
{
    private const DirectivePlace Type = DirectivePlace.StoredType;
    private const DirectivePlace Field = DirectivePlace.StoredField;
    private const DirectivePlace AnyField = DirectivePlace.StoredField | DirectivePlace.EmbeddedField;

    /// <summary>A directive that stands on types and on fields with different arguments has two rows.</summary>
    public static ImmutableArray<DirectiveShape> All { get; } =
    [
        new("collection", Type, false,
        [
            Required("name", Text),
            Optional("id", ArgumentKind.Enum, "OBJECT_ID", "UUID", "STRING", "INT", "LONG"),
            Optional("plural", Text),
        ]),
        new("owned", Type, false, [Optional("field", Text), Optional("by", Text)]),
        new("authorize", Type, true,
        [
            Optional("policy", Text),
            Optional("roles", TextList),
            Optional("on", EnumList, "CREATE", "READ", "UPDATE", "DELETE"),
        ]),
        new("authorize", AnyField, true,
        [
            Optional("policy", Text),
            Optional("roles", TextList),
            Optional("on", EnumList, "CREATE", "READ", "UPDATE"),
        ]),
        new("allow", Type, true,
        [
            Optional("on", EnumList, "CREATE", "READ", "UPDATE", "DELETE"),
            Optional("where", ArgumentKind.Object),
            Optional("policy", Text),
            Optional("roles", TextList),
            Optional("message", Text),
        ]),
        new("restrict", Type, true,
        [
            Optional("on", EnumList, "CREATE", "READ", "UPDATE", "DELETE"),
            Required("where", ArgumentKind.Object),
            Optional("message", Text),
        ]),
        new("public", Type, false, [Optional("on", EnumList, "READ")]),
        new("versioned", Type, false, []),
        new("index", Type, true, [Required("fields", TextList)]),
        new("index", Field, false, []),
        new("unique", Type, true, [Required("fields", TextList)]),
        new("unique", Field, false, []),
        new("paging", Type, false, [Optional("default", Integer), Optional("max", Integer)]),
        new("paging", Field, false, [Optional("default", Integer), Optional("max", Integer)]),
        new("reference", Field, false, [Optional("field", Text)]),
        new("inverse", Field, false, [Required("of", Text)]),
        new("stored", AnyField, false, [Required("as", Text)]),
        new("internal", Field, false, []),
        new("readOnly", Field, false, []),
        new("writeOnce", Field, false, []),
        new("default", AnyField, false, [Required("value", Literal)]),
        new("createdAt", Field, false, []),
        new("updatedAt", Field, false, []),
        new("createdBy", Field, false, []),
        new("constraint", AnyField, false,
        [
            Optional("minLength", Integer),
            Optional("maxLength", Integer),
            Optional("pattern", Text),
            Optional("format", Text),
            Optional("min", Number),
            Optional("max", Number),
            Optional("minItems", Integer),
            Optional("maxItems", Integer),
            Optional("uniqueItems", ArgumentKind.Boolean),
        ]),
    ];

    public static ImmutableArray<string> Names { get; } = [.. All.Select(shape => shape.Name).Distinct()];
}
