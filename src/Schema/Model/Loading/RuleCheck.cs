using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Checks what a stored type's rules say together: that somebody can read it, and that what nobody writes has a value.</summary>
internal static class RuleCheck
{
    public static void Check(TypeDeclaration declaration, StoredType type, IReadOnlyList<FieldDeclaration> fields)
    {
        CheckReaders(declaration, type.Access);
        CheckPublic(declaration, type.Access);
        if (type is { IsVersioned: true, Access.Owner.StoredField: "version" })
        {
            declaration.Errors.Report(
                declaration.Directives.Find("owned")!.At("field"),
                "`@versioned` keeps the version in `version`.",
                "Keep the owner in another element.");
        }

        foreach (var field in fields)
        {
            CheckValue(field, type.Access);
        }
    }

    /// <summary>A field of any type: whom a gate stops from reading gets null.</summary>
    public static void CheckGates(FieldDeclaration field)
    {
        if (!field.Field.Type.IsNullable && field.Field.Gates.Any(gate => gate.On.Contains(AccessOperation.Read)))
        {
            field.Errors.Report(
                field.Node.Type,
                $"`{field.Field.Name}` is null for those whom its `@authorize` stops, and its type allows no null.",
                "Make it nullable by removing the `!`, or guard only CREATE and UPDATE.");
        }
    }

    private static void CheckReaders(TypeDeclaration declaration, TypeAccess access)
    {
        if (access.Allows.IsEmpty)
        {
            declaration.Errors.Report(
                declaration.Node.Name,
                $"`{declaration.Name}` has no access rule: a stored type is closed by default, so nobody could ever see it.",
                "Write `@owned` behind `@collection(…)`, or `@allow(…)`, or `@public`.");
        }
        else if (!access.Allows.Any(rule => rule.On.Contains(AccessOperation.Read)))
        {
            declaration.Errors.Report(
                declaration.Node.Name,
                $"No rule lets anybody read `{declaration.Name}`.",
                "Write READ into the `on` of an `@allow`.");
        }
    }

    private static void CheckPublic(TypeDeclaration declaration, TypeAccess access)
    {
        if (declaration.Directives.Find("public") is { } directive && access.Gates.Any(gate => gate.On.Contains(AccessOperation.Read)))
        {
            declaration.Errors.Report(
                directive.Node,
                "`@public` lets in everybody, and `@authorize` keeps out again whoever has no token.",
                "Remove one of them, or write `on` without READ at `@authorize`.");
        }
    }

    private static void CheckValue(FieldDeclaration field, TypeAccess access)
    {
        var closed = field.Directives.Find("readOnly") ?? field.Directives.Find("internal");
        if (closed is not null
            && field.Field is { Source: FieldSource.Client, Type.IsNullable: false, Default: null }
            && !access.Stamps.Any(stamp => stamp.Path.Stored == field.Field.StoredName))
        {
            field.Errors.Report(
                closed.Node,
                $"Nobody gives `{field.Field.Name}` a value: it is required, `@{closed.Node.Name.Value}` and has no default.",
                "Write `@default(value: …)`, or make it nullable by removing the `!`.");
        }
    }
}
