using System.Collections.Immutable;
using System.Globalization;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Limits;

/// <summary>Reads `@cost` and `@listSize` of the published schema, which has been checked.</summary>
internal static class CostDirective
{
    /// <summary>The weight; null when there is no `@cost`.</summary>
    public static int? WeightIn(ImmutableArray<DirectiveNode> directives) =>
        Find(directives, "cost") is { } cost ? int.Parse(((StringValueNode)Argument(cost, "weight")!).Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Null when there is no `@listSize`.</summary>
    public static ListSize? SizeIn(ImmutableArray<DirectiveNode> directives) => Find(directives, "listSize") is { } size
        ? new ListSize(
            Number(size, "assumedSize") ?? int.MaxValue,
            Number(size, "slicingArgumentDefaultValue") ?? Number(size, "assumedSize") ?? 1,
            Texts(size, "slicingArguments"),
            Texts(size, "sizedFields"))
        : null;

    private static DirectiveNode? Find(ImmutableArray<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name);

    private static ValueNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static long? Number(DirectiveNode directive, string name) =>
        Argument(directive, name) is IntValueNode number ? long.Parse(number.Text, CultureInfo.InvariantCulture) : null;

    private static ImmutableArray<string> Texts(DirectiveNode directive, string name) =>
        Argument(directive, name) is ListValueNode list ? [.. list.Values.Cast<StringValueNode>().Select(text => text.Value)] : [];
}
