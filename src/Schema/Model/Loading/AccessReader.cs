using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the access rules of a stored type that need no fields: gates and the owner.</summary>
internal static class AccessReader
{
    private static readonly string[] GateLists = ["roles", "on"];
    private static readonly ImmutableArray<AccessOperation> AllOperations = [.. Enum.GetValues<AccessOperation>()];

    public static TypeAccess Read(TypeDeclaration declaration)
    {
        var owner = ReadOwner(declaration);
        return new TypeAccess
        {
            Gates = ReadGates(declaration),
            Owner = owner,
            Allows = owner is null ? [] : [AllowOwner(owner, declaration)],
        };
    }

    private static AllowRule AllowOwner(OwnerRule owner, TypeDeclaration declaration)
    {
        var path = new RulePath(owner.StoredField, owner.StoredField, new ScalarFieldType(ScalarKind.String, IsNullable: false));
        return new AllowRule(
            AllOperations,
            new Comparison(path, "eq", new ViewerOperand(owner.By)),
            Policy: null,
            Roles: [],
            IsPublic: false,
            Message: null,
            Origin(declaration.Directives.Find("owned")!, declaration.Errors));
    }

    private static RuleOrigin Origin(AppliedDirective directive, SourceErrors errors) =>
        new(Printer.Print(directive.Node), errors.File, directive.Node.Location.Line);

    private static ImmutableArray<Gate> ReadGates(TypeDeclaration declaration) =>
        [.. declaration.Directives.All("authorize").Select(directive => ReadGate(directive, declaration.Errors))];

    private static Gate ReadGate(AppliedDirective directive, SourceErrors errors)
    {
        var roles = directive.Texts("roles");
        foreach (var empty in roles.Where(role => role.Value.Length == 0))
        {
            errors.Report(empty, "A role is empty.", "Write its name, or remove it.");
        }

        foreach (var argument in GateLists.Where(name => directive.Value(name) is not null && IsEmptyList(directive, name)))
        {
            errors.Report(
                directive.At(argument),
                $"`{argument}` of `@authorize` is an empty list.",
                "Write what it is about, or remove the argument.");
        }

        if (directive.Text("policy") is { Length: 0 })
        {
            errors.Report(
                directive.At("policy"),
                "`policy` of `@authorize` is empty.",
                "Write a scope such as `\"read:notes\"`, or remove the argument.");
        }

        var on = directive.EnumNames("on").Select(node => Enum.Parse<AccessOperation>(node.Name, ignoreCase: true)).Distinct().ToImmutableArray();
        return new Gate(directive.Text("policy"), [.. roles.Select(role => role.Value)], on.IsEmpty ? AllOperations : on, Origin(directive, errors));
    }

    private static bool IsEmptyList(AppliedDirective directive, string name) =>
        directive.Value(name) is ListValueNode { Values.IsEmpty: true };

    private static OwnerRule? ReadOwner(TypeDeclaration declaration)
    {
        if (declaration.Directives.Find("owned") is not { } directive)
        {
            declaration.Errors.Report(
                declaration.Node.Name,
                $"`{declaration.Name}` has no access rule: a stored type is closed by default, so nobody could ever see it.",
                "Write `@owned` behind `@collection(…)`.");
            return null;
        }

        var field = directive.Text("field") ?? "owner_id";
        if (StoredNames.Problem(field) is { } problem)
        {
            declaration.Errors.Report(
                directive.At("field"),
                $"`field` of `@owned` {problem}.",
                "Write the name of the element that holds the owner, such as `\"owner_id\"`.");
        }

        return new OwnerRule(field, ReadViewerValue(directive, declaration.Errors));
    }

    private static ViewerValue ReadViewerValue(AppliedDirective directive, SourceErrors errors)
    {
        const string claimPrefix = "$claim:";
        var by = directive.Text("by") ?? "$sub";
        if (by == "$sub")
        {
            return ViewerValue.Subject;
        }

        if (by.StartsWith(claimPrefix, StringComparison.Ordinal) && by.Length > claimPrefix.Length)
        {
            return new ViewerValue(ViewerSource.Claim, by[claimPrefix.Length..]);
        }

        errors.Report(
            directive.At("by"),
            "`by` of `@owned` names no value of the viewer.",
            "Write `\"$sub\"`, or `\"$claim:\"` and the claim's name.");
        return ViewerValue.Subject;
    }
}
