using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Api;

/// <summary>The published types that every model has.</summary>
internal static class CommonTypes
{
    public static ImmutableArray<TypeDefinitionNode> All { get; } =
    [
        Sdl.Interface(
            ApiNames.Node,
            "The node interface is implemented by entities that have a global unique identifier.",
            Sdl.Field("id", "ID!")),
        Sdl.Object(ApiNames.Viewer, "The caller, as the access token says.",
        [
            Sdl.Field("subject", "String!", "The token's `sub`: whose documents are seen."),
            Sdl.Field("scopes", "[String!]!", "What the token lets the client do."),
            Sdl.Field("roles", "[String!]!", "The caller's roles."),
            Sdl.Field("permissions", "[String!]!", "The caller's permissions."),
        ]),
        Sdl.Object(ApiNames.PageInfo, "Information about pagination in a connection.",
        [
            Sdl.Field("hasNextPage", "Boolean!", "Indicates whether more edges exist following the set defined by the clients arguments."),
            Sdl.Field("hasPreviousPage", "Boolean!", "Indicates whether more edges exist prior the set defined by the clients arguments."),
            Sdl.Field("startCursor", "String", "When paginating backwards, the cursor to continue."),
            Sdl.Field("endCursor", "String", "When paginating forwards, the cursor to continue."),
        ]),
        Sdl.Interface(ApiNames.Error, "What a mutation could not do, and why.", Message),
        Sdl.Object(
            ApiNames.ValidationError,
            "A value of the input breaks a rule. There is one for each broken rule.",
            [
                Message,
                Sdl.Field("path", "[String!]!", "Where in the input, from `input` down; places in a list are numbers from 0."),
                Sdl.Field("code", ApiNames.ValidationErrorCode + "!", "Which rule."),
            ],
            ApiNames.Error),
        Sdl.Enum(
            ApiNames.ValidationErrorCode,
            "A rule that a value can break.",
            ValidationCodes.All.Select(code => (code.ToName(), (string?)code.Description()))),
        Sdl.Enum(ApiNames.SortEnumType, null, [("ASC", null), ("DESC", null)]),
        GateDirectives.ApplyPolicy,
    ];

    /// <summary>The field of every error.</summary>
    public static FieldDefinitionNode Message => Sdl.Field("message", "String!");
}
