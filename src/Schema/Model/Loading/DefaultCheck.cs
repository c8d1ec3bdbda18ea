using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Checks the literal of `@default` against the field's type and constraints, as an input of a client would be.</summary>
internal sealed class DefaultCheck(SourceErrors errors)
{
    public static void Check(FieldDeclaration declaration)
    {
        if (declaration.Directives.Find("default")?.Value("value") is { } literal)
        {
            new DefaultCheck(declaration.Errors).Check(literal, declaration.Field.Type, declaration.Field.Constraint);
        }
    }

    private void Check(ValueNode literal, FieldType type, Constraint? constraint)
    {
        if (literal is NullValueNode)
        {
            if (!type.IsNullable)
            {
                errors.Report(literal, "The default is null where null can't be.", "Write a value, or make the type nullable by removing its `!`.");
            }

            return;
        }

        switch (type)
        {
            case ListFieldType list:
                CheckList(literal, list, constraint);
                break;
            case EmbeddedFieldType embedded:
                CheckObject(literal, embedded.Object);
                break;
            case EnumFieldType { Enum: var @enum }:
                CheckEnum(literal, @enum);
                break;
            case ScalarFieldType { Kind: var kind }:
                CheckScalar(literal, kind, constraint);
                break;
        }
    }

    private void CheckList(ValueNode literal, ListFieldType type, Constraint? constraint)
    {
        if (literal is not ListValueNode list)
        {
            errors.Report(literal, "The default is no list.", "Write it in brackets: `[…]`.");
            return;
        }

        Report(literal, constraint?.CheckCount(list.Values.Length) ?? []);
        if (constraint is { UniqueItems: true } && list.Values.Select(Key).Distinct().Count() < list.Values.Length)
        {
            errors.Report(literal, "The default breaks the field's own constraint: it must have no item twice.", "Change one of them.");
        }

        // The items' bounds are about the outermost list alone.
        var forElements = constraint is null ? null : constraint with { MinItems = null, MaxItems = null, UniqueItems = false };
        foreach (var element in list.Values)
        {
            Check(element, type.Element, forElements);
        }
    }

    private void CheckObject(ValueNode literal, EmbeddedType type)
    {
        if (literal is not ObjectValueNode value)
        {
            errors.Report(literal, $"The default is no {type.Name}.", "Write its fields in braces: `{…}`.");
            return;
        }

        var seen = new HashSet<string>();
        foreach (var entry in value.Fields)
        {
            var name = entry.Name.Value;
            if (!type.TryGetField(name, out var field))
            {
                errors.Report(
                    entry,
                    $"`{type.Name}` has no field `{name}`.",
                    Spelling.Remedy(name, [.. type.Fields.Select(one => one.Name)], "", "Remove it."));
            }
            else if (!seen.Add(name))
            {
                errors.Report(entry, $"`{name}` is given twice.", "Remove one of them.");
            }
            else
            {
                Check(entry.Value, field.Type, field.Constraint);
            }
        }

        foreach (var missing in type.Fields.Where(field => !field.Type.IsNullable && field.Default is null && !seen.Contains(field.Name)))
        {
            errors.Report(literal, $"The default lacks `{missing.Name}`, which `{type.Name}` requires.", $"Write `{missing.Name}: …`.");
        }
    }

    private void CheckEnum(ValueNode literal, EnumDefinition type)
    {
        var names = type.Members.Select(member => member.Name).ToArray();
        var name = (literal as EnumValueNode)?.Name;
        if (name is null || !names.Contains(name))
        {
            errors.Report(literal, $"The default is no value of {type.Name}.", $"Write one of {string.Join(", ", names)}.");
        }
    }

    private void CheckScalar(ValueNode literal, ScalarKind kind, Constraint? constraint)
    {
        if (ScalarLiterals.Expectation(kind, literal) is { } expectation)
        {
            errors.Report(literal, $"The default is no {kind}.", $"Write {expectation}.");
        }
        else if (constraint is not null && kind != ScalarKind.JSON)
        {
            Report(literal, literal switch
            {
                StringValueNode text => constraint.CheckText(text.Value),
                IntValueNode integer => constraint.CheckNumber(integer.Text),
                FloatValueNode number => constraint.CheckNumber(number.Text),
                _ => [],
            });
        }
    }

    private void Report(ValueNode literal, IEnumerable<ConstraintViolation> violations)
    {
        foreach (var violation in violations)
        {
            errors.Report(literal, $"The default breaks the field's own constraint: it {violation.Message}.", "Change one of the two.");
        }
    }

    // What makes two items equal. Lists and objects count as different: a default with two equal ones harms nobody.
    private static object Key(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode integer => integer.Text,
        FloatValueNode number => number.Text,
        EnumValueNode @enum => @enum.Name,
        BooleanValueNode boolean => boolean.Value,
        NullValueNode => typeof(NullValueNode),
        _ => literal,
    };
}
