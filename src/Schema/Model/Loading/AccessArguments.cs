using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the arguments that directives about access share.</summary>
internal static class AccessArguments
{
    private static readonly string[] Lists = ["roles", "on"];

    public static ImmutableArray<AccessOperation> AllOperations { get; } = [.. Enum.GetValues<AccessOperation>()];

    /// <summary>The operations of `on`, each once; the others given where it is absent.</summary>
    public static ImmutableArray<AccessOperation> Operations(AppliedDirective directive, ImmutableArray<AccessOperation> absent)
    {
        ImmutableArray<AccessOperation> on =
            [.. directive.EnumNames("on").Select(node => Enum.Parse<AccessOperation>(node.Name, ignoreCase: true)).Distinct()];
        return on.IsEmpty ? absent : on;
    }

    public static string? Policy(AppliedDirective directive, SourceErrors errors)
    {
        var policy = directive.Text("policy");
        if (policy is { Length: 0 })
        {
            errors.Report(
                directive.At("policy"),
                $"`policy` of `@{directive.Node.Name.Value}` is empty.",
                "Write a scope such as `\"read:notes\"`, or remove the argument.");
        }

        return policy;
    }

    /// <summary>The roles; empty lists of `roles` and `on` are reported with them.</summary>
    public static ImmutableArray<string> Roles(AppliedDirective directive, SourceErrors errors)
    {
        var roles = directive.Texts("roles");
        foreach (var empty in roles.Where(role => role.Value.Length == 0))
        {
            errors.Report(empty, "A role is empty.", "Write its name, or remove it.");
        }

        CheckLists(directive, errors);
        return [.. roles.Select(role => role.Value)];
    }

    /// <summary>Reports empty lists, which would make a directive about nothing or nobody.</summary>
    public static void CheckLists(AppliedDirective directive, SourceErrors errors)
    {
        foreach (var argument in Lists.Where(name => directive.Value(name) is ListValueNode { Values.IsEmpty: true }))
        {
            errors.Report(
                directive.At(argument),
                $"`{argument}` of `@{directive.Node.Name.Value}` is an empty list.",
                "Write what it is about, or remove the argument.");
        }
    }

    public static string? Message(AppliedDirective directive, SourceErrors errors)
    {
        var message = directive.Text("message");
        if (message is not null && string.IsNullOrWhiteSpace(message))
        {
            errors.Report(directive.At("message"), "The message is empty.", "Write a sentence for whom the rule stops, or remove the argument.");
        }

        return message;
    }

    /// <summary>The directive in one line, whatever strings it holds.</summary>
    public static RuleOrigin Origin(AppliedDirective directive, SourceErrors errors) =>
        new(string.Join(' ', Printer.Print(directive.Node).Split('\n').Select(line => line.Trim())), errors.File, directive.Node.Location.Line);
}
