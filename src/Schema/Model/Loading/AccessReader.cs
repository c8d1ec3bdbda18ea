using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the access rules that need no fields: gates and the owner. The others are read by <see cref="RuleReader"/>.</summary>
internal static class AccessReader
{
    public static TypeAccess Read(TypeDeclaration declaration)
    {
        var owner = declaration.Directives.Find("owned") is { } directive ? ReadOwner(directive, declaration.Errors) : null;
        return new TypeAccess
        {
            Gates = ReadGates(declaration.Directives, AccessArguments.AllOperations, declaration.Errors),
            Owner = owner,
            Allows = owner is null ? [] : [AllowOwner(owner, declaration)],
        };
    }

    /// <summary>The gates by `@authorize`, each on the operations given where it names none.</summary>
    public static ImmutableArray<Gate> ReadGates(DirectiveSet directives, ImmutableArray<AccessOperation> operations, SourceErrors errors) =>
    [
        .. directives.All("authorize").Select(directive => new Gate(
            AccessArguments.Policy(directive, errors),
            AccessArguments.Roles(directive, errors),
            AccessArguments.Operations(directive, operations),
            AccessArguments.Origin(directive, errors))),
    ];

    private static AllowRule AllowOwner(OwnerRule owner, TypeDeclaration declaration) => new(
        AccessArguments.AllOperations,
        new Comparison(ConditionReader.OwnerPath(owner), "eq", new ViewerOperand(owner.By)),
        Policy: null,
        Roles: [],
        IsPublic: false,
        Message: null,
        AccessArguments.Origin(declaration.Directives.Find("owned")!, declaration.Errors));

    private static OwnerRule ReadOwner(AppliedDirective directive, SourceErrors errors)
    {
        var field = directive.Text("field") ?? "owner_id";
        if (StoredNames.Problem(field) is { } problem)
        {
            errors.Report(
                directive.At("field"),
                $"`field` of `@owned` {problem}.",
                "Write the name of the element that holds the owner, such as `\"owner_id\"`.");
        }

        return new OwnerRule(field, ReadBy(directive, errors));
    }

    private static ViewerValue ReadBy(AppliedDirective directive, SourceErrors errors)
    {
        if (directive.Value("by") is not StringValueNode by)
        {
            return ViewerValue.Subject;
        }

        var isViewerValue = ViewerValueReader.IsViewerValue(by);
        var value = isViewerValue ? ViewerValueReader.Read(by, errors) : null;
        if (value is { Source: ViewerSource.Grant or ViewerSource.Now } || !isViewerValue)
        {
            errors.Report(by, "`by` of `@owned` names no value of the viewer.", "Write `\"$sub\"`, or `\"$claim:\"` and the claim's name.");
        }

        return value ?? ViewerValue.Subject;
    }
}
