using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Checks directives against the language: known, at their place, once, with the arguments they take.</summary>
internal static class DirectiveReader
{
    public static DirectiveSet Read(ImmutableArray<DirectiveNode> nodes, DirectivePlace place, SourceErrors errors)
    {
        var directives = new List<AppliedDirective>();
        foreach (var node in nodes)
        {
            if (FindShape(node, place, errors) is not { } shape)
            {
                continue;
            }

            if (!shape.IsRepeatable && directives.Exists(directive => directive.Node.Name.Value == shape.Name))
            {
                errors.Report(node, $"`@{shape.Name}` stands here twice.", "Remove one of them.");
                continue;
            }

            directives.Add(new AppliedDirective(node, ReadArguments(node, shape, errors)));
        }

        return new DirectiveSet(directives);
    }

    private static DirectiveShape? FindShape(DirectiveNode node, DirectivePlace place, SourceErrors errors)
    {
        var name = node.Name.Value;
        var shapes = ModelDirectives.All.Where(shape => shape.Name == name).ToArray();
        if (shapes.Length == 0)
        {
            var all = string.Join(", ", ModelDirectives.Names.Select(known => "@" + known));
            errors.Report(
                node,
                $"`@{name}` is not a directive of the model.",
                Spelling.Remedy(name, ModelDirectives.Names, "@", $"Remove it; there are {all}."));
            return null;
        }

        if (Array.Find(shapes, shape => shape.Places.HasFlag(place)) is { } fitting)
        {
            return fitting;
        }

        ReportPlace(node, shapes, place, errors);
        return null;
    }

    private static void ReportPlace(DirectiveNode node, DirectiveShape[] shapes, DirectivePlace place, SourceErrors errors)
    {
        var name = node.Name.Value;
        var isForTypes = Array.Exists(shapes, shape => shape.Places.HasFlag(DirectivePlace.StoredType));
        var isForFields = Array.Exists(shapes, shape => shape.Places.HasFlag(DirectivePlace.StoredField));
        var placeInStoredType = isForTypes ? $"the stored type: `@{name}(fields: [\"path.to.field\"])`" : "a field of the stored type";
        var (message, remedy) = place switch
        {
            DirectivePlace.EmbeddedType when isForTypes =>
                ($"`@{name}` needs a stored type; this one has no `@collection`, so it is an object inside a document.",
                 "Write `@collection(name: …)` before it, or remove it."),
            DirectivePlace.EmbeddedField when isForFields =>
                ($"`@{name}` can't stand in an embedded object, which is written as a whole.",
                 $"Remove it; put it on {placeInStoredType}."),
            DirectivePlace.StoredType or DirectivePlace.EmbeddedType =>
                ($"`@{name}` stands on a field, not on a type.", "Move it behind the field's type."),
            DirectivePlace.StoredField or DirectivePlace.EmbeddedField =>
                ($"`@{name}` stands on a type, not on a field.", "Move it to the type."),
            _ => ($"`@{name}` can't stand on an enum or its values.", "Remove it."),
        };
        errors.Report(node, message, remedy);
    }

    private static Dictionary<string, ValueNode> ReadArguments(DirectiveNode node, DirectiveShape shape, SourceErrors errors)
    {
        var values = new Dictionary<string, ValueNode>();
        var seen = new HashSet<string>();
        foreach (var argument in node.Arguments)
        {
            var name = argument.Name.Value;
            if (shape.Arguments.FirstOrDefault(one => one.Name == name) is not { } argumentShape)
            {
                ReportUnknownArgument(argument, shape, errors);
            }
            else if (!seen.Add(name))
            {
                errors.Report(argument, $"`{name}` of `@{shape.Name}` is given twice.", "Remove one of them.");
            }
            else if (argumentShape.Accepts(argument.Value))
            {
                values.Add(name, argument.Value);
            }
            else
            {
                errors.Report(argument.Value, $"`{name}` of `@{shape.Name}` has the wrong type.", $"Write {argumentShape.Expectation}.");
            }
        }

        foreach (var missing in shape.Arguments.Where(one => one.IsRequired && !seen.Contains(one.Name)))
        {
            errors.Report(
                node,
                $"`@{shape.Name}` lacks `{missing.Name}`.",
                $"Write `@{shape.Name}({missing.Name}: …)` with {missing.Expectation}.");
        }

        return values;
    }

    private static void ReportUnknownArgument(ArgumentNode argument, DirectiveShape shape, SourceErrors errors)
    {
        var name = argument.Name.Value;
        var fallback = shape.Arguments.IsEmpty
            ? "Remove it; here the directive takes no argument."
            : $"Remove it; there are {string.Join(", ", shape.Arguments.Select(one => one.Name))}.";
        errors.Report(
            argument,
            $"`@{shape.Name}` has no argument `{name}`.",
            Spelling.Remedy(name, [.. shape.Arguments.Select(one => one.Name)], "", fallback));
    }
}
