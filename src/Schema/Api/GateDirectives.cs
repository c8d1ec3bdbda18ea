using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Api;

/// <summary>Publishes gates as Hot Chocolate's `@authorize`, so that a client sees in the schema which scope opens what.</summary>
internal static class GateDirectives
{
    public static DirectiveDefinitionNode Definition { get; } = new(
        default,
        Sdl.Description("The authorize directive."),
        Sdl.Name("authorize"),
        [
            Sdl.Input("policy", "String", "The name of the authorization policy that determines access to the annotated resource."),
            Sdl.Input("roles", "[String!]", "Roles that are allowed to access the annotated resource."),
            Sdl.Input(
                "apply",
                "ApplyPolicy!",
                "Defines when the authorize directive shall be applied.",
                new EnumValueNode(default, "BEFORE_RESOLVER")),
        ],
        IsRepeatable: true,
        [Sdl.Name("OBJECT"), Sdl.Name("FIELD_DEFINITION")]);

    public static EnumTypeDefinitionNode ApplyPolicy { get; } = Sdl.Enum(ApiNames.ApplyPolicy, "Defines when a policy shall be executed.",
    [
        ("BEFORE_RESOLVER", "Before the resolver was executed."),
        ("AFTER_RESOLVER", "After the resolver was executed."),
        ("VALIDATION", "The policy is applied in the validation step before the execution."),
    ]);

    /// <summary>The gates of one operation, in the order of the model.</summary>
    public static ImmutableArray<DirectiveNode> Of(ImmutableArray<Gate> gates, AccessOperation operation) =>
        [.. gates.Where(gate => gate.On.Contains(operation)).Select(Directive)];

    private static DirectiveNode Directive(Gate gate)
    {
        var arguments = new List<ArgumentNode>();
        if (gate.Policy is { } policy)
        {
            arguments.Add(Sdl.Argument("policy", Sdl.Text(policy)));
        }

        if (!gate.Roles.IsEmpty)
        {
            arguments.Add(Sdl.Argument("roles", new ListValueNode(default, [.. gate.Roles.Select(Sdl.Text)])));
        }

        return new DirectiveNode(default, Sdl.Name("authorize"), [.. arguments]);
    }
}
