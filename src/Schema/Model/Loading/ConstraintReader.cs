
namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads `@constraint`: its arguments must fit the field's type and each other.</summary>
internal static class ConstraintReader
{
    private static readonly string[] TextArguments = ["minLength", "maxLength", "pattern", "format"];
    private static readonly string[] NumberArguments = ["min", "max"];
    private static readonly string[] ListArguments = ["minItems", "maxItems", "uniqueItems"];
    private static readonly string[] Formats = [.. Enum.GetNames<ConstraintFormat>().Select(name => name.ToLowerInvariant())];

    public static Constraint Read(AppliedDirective directive, FieldType type, SourceErrors errors)
    {
        if (directive.Node.Arguments.IsEmpty)
        {
            errors.Report(directive.Node, "`@constraint` says nothing without an argument.", "Write one, such as `maxLength: 200`, or remove it.");
        }

        var scalar = (Innermost(type) as ScalarFieldType)?.Kind;
        RefuseUnless(scalar is ScalarKind.String or ScalarKind.ID or ScalarKind.URL, TextArguments, "strings", directive, errors);
        RefuseUnless(IsNumber(scalar), NumberArguments, "numbers", directive, errors);
        RefuseUnless(type is ListFieldType, ListArguments, "lists", directive, errors);
        CheckIntegers("minLength", "maxLength", directive, errors);
        CheckIntegers("minItems", "maxItems", directive, errors);
        CheckNumbers(directive, scalar, errors);
        return new Constraint
        {
            MinLength = directive.Integer("minLength"),
            MaxLength = directive.Integer("maxLength"),
            Pattern = ReadPattern(directive, errors),
            Format = ReadFormat(directive, errors),
            Min = directive.Number("min"),
            Max = directive.Number("max"),
            MinItems = directive.Integer("minItems"),
            MaxItems = directive.Integer("maxItems"),
            UniqueItems = directive.Flag("uniqueItems"),
        };
    }

    private static bool IsNumber(ScalarKind? scalar) => scalar is ScalarKind.Int or ScalarKind.Long or ScalarKind.Float or ScalarKind.Decimal;

    private static FieldType Innermost(FieldType type) => type is ListFieldType list ? Innermost(list.Element) : type;

    private static void RefuseUnless(bool fits, string[] arguments, string about, AppliedDirective directive, SourceErrors errors)
    {
        foreach (var name in arguments.Where(name => !fits && directive.Value(name) is not null))
        {
            errors.Report(directive.At(name), $"`{name}` is about {about}, which this field doesn't hold.", "Remove it.");
        }
    }

    private static void CheckIntegers(string min, string max, AppliedDirective directive, SourceErrors errors)
    {
        foreach (var name in new[] { min, max }.Where(name => directive.Integer(name) < 0))
        {
            errors.Report(directive.At(name), $"`{name}` is negative.", "Write 0 or more.");
        }

        if (directive.Integer(min) > directive.Integer(max))
        {
            ReportCrossed(min, max, directive, errors);
        }
    }

    private static void CheckNumbers(AppliedDirective directive, ScalarKind? scalar, SourceErrors errors)
    {
        if (!IsNumber(scalar))
        {
            return;
        }

        var isFine = true;
        foreach (var name in NumberArguments)
        {
            if (directive.Value(name) is { } value && ScalarLiterals.Expectation(scalar!.Value, value) is { } expectation)
            {
                isFine = false;
                errors.Report(value, $"`{name}` is no value of {scalar}.", $"Write {expectation}.");
            }
        }

        if (isFine && directive.Number("min") is { } min && directive.Number("max") is { } max && NumberText.Compare(min, max) > 0)
        {
            ReportCrossed("min", "max", directive, errors);
        }
    }

    private static void ReportCrossed(string min, string max, AppliedDirective directive, SourceErrors errors) =>
        errors.Report(directive.At(min), $"`{min}` is greater than `{max}`, so no value could ever be written.", "Swap them.");

    private static TextPattern? ReadPattern(AppliedDirective directive, SourceErrors errors)
    {
        if (directive.Text("pattern") is not { } pattern)
        {
            return null;
        }

        try
        {
            return new TextPattern(pattern);
        }
        catch (ArgumentException)
        {
            errors.Report(
                directive.At("pattern"),
                "`pattern` is no regular expression.",
                "Correct its brackets, quantifiers and escapes; a backslash is written `\\\\` in a string.");
            return null;
        }
        catch (NotSupportedException)
        {
            errors.Report(
                directive.At("pattern"),
                "`pattern` can't run in linear time.",
                "Write it without lookarounds, backreferences and atomic groups, and with smaller repetitions.");
            return null;
        }
    }

    private static ConstraintFormat? ReadFormat(AppliedDirective directive, SourceErrors errors)
    {
        if (directive.Text("format") is not { } format)
        {
            return null;
        }

        var index = Array.IndexOf(Formats, format);
        if (index >= 0)
        {
            return Enum.GetValues<ConstraintFormat>()[index];
        }

        errors.Report(
            directive.At("format"),
            "There is no such format.",
            Spelling.Remedy(format, Formats, "", $"Write one of {string.Join(", ", Formats)}."));
        return null;
    }
}
