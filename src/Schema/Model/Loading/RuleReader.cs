using System.Collections.Immutable;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the access rules of a stored type that speak of its fields: `@allow`, `@public` and `@restrict`. It runs after all fields of all types are known.</summary>
internal sealed class RuleReader(TypeDeclaration declaration, StoredType type)
{
    private static readonly ImmutableArray<AccessOperation> JustRead = [AccessOperation.Read];

    private readonly ConditionReader _conditions = new(type, declaration.Errors);

    /// <summary>Sets the type's rules and what follows from them.</summary>
    public void Read()
    {
        var access = type.Access;
        var allows = declaration.Directives.All("allow").Concat(declaration.Directives.All("public")).OrderBy(directive => directive.Node.Location.Line)
            .ThenBy(directive => directive.Node.Location.Column);
        access.Allows = [.. access.Allows, .. allows.Select(directive => directive.Node.Name.Value == "public" ? ReadPublic(directive) : ReadAllow(directive))];
        access.Restricts = [.. declaration.Directives.All("restrict").Select(ReadRestrict).OfType<RestrictRule>()];
        access.Stamps = ReadStamps();
    }

    private AllowRule ReadPublic(AppliedDirective directive)
    {
        AccessArguments.CheckLists(directive, declaration.Errors);
        return new AllowRule(JustRead, Where: null, Policy: null, Roles: [], IsPublic: true, Message: null, AccessArguments.Origin(directive, declaration.Errors));
    }

    private AllowRule ReadAllow(AppliedDirective directive)
    {
        var errors = declaration.Errors;
        if (directive.Value("where") is null && directive.Value("policy") is null && directive.Value("roles") is null)
        {
            errors.Report(
                directive.Node,
                "This `@allow` says nothing about whom or what it lets in.",
                "Write `where`, `policy` or `roles`; `@public` lets everybody read.");
        }

        // Without its condition a rule lets everybody in. Where that is for a mistake, the mistake is reported and there is no model.
        return new AllowRule(
            AccessArguments.Operations(directive, JustRead),
            directive.Value("where") is null ? null : ReadWhere(directive),
            AccessArguments.Policy(directive, errors),
            AccessArguments.Roles(directive, errors),
            IsPublic: false,
            AccessArguments.Message(directive, errors),
            AccessArguments.Origin(directive, errors));
    }

    private RestrictRule? ReadRestrict(AppliedDirective directive)
    {
        var errors = declaration.Errors;
        AccessArguments.CheckLists(directive, errors);
        var message = AccessArguments.Message(directive, errors);
        return directive.Value("where") is not null && ReadWhere(directive) is { } condition
            ? new RestrictRule(
                AccessArguments.Operations(directive, AccessArguments.AllOperations),
                condition,
                message,
                AccessArguments.Origin(directive, errors))
            : null;
    }

    private Condition? ReadWhere(AppliedDirective directive)
    {
        var condition = _conditions.Read(directive.Value("where")!);
        if (condition is not null && ContradictionCheck.NeverHolds(condition))
        {
            declaration.Errors.Report(
                directive.At("where"),
                $"This `@{directive.Node.Name.Value}` can never hold: no document has all of these values at once.",
                "Write alternatives into `or`, or remove it.");
        }

        return condition;
    }

    /// <summary>What must equal a single value in every document that is made, at its top, and that a client could give: the server can write it by itself.</summary>
    private ImmutableArray<Stamp> ReadStamps()
    {
        var stamps = new Dictionary<string, Stamp>();
        var conditions = type.Access.Restricts.Where(rule => rule.On.Contains(AccessOperation.Create))
            .SelectMany(rule => rule.Where is AllOf all ? all.Conditions : [rule.Where]);
        foreach (var condition in conditions)
        {
            if (condition is Comparison { Operation: "eq", Path: var path, Operand: ViewerOperand or LiteralOperand { Value: not null } } comparison
                && type.Fields.Any(field => field.StoredName == path.Stored && field.Source == FieldSource.Client))
            {
                stamps.TryAdd(path.Stored, new Stamp(path, comparison.Operand));
            }
        }

        return [.. stamps.Values];
    }
}
