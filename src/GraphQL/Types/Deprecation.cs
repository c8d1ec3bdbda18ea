using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>`@deprecated` where it is applied, §3.13.3.</summary>
internal static class Deprecation
{
    private const string DefaultReason = "No longer supported";

    public static string? ReasonOf(ImmutableArray<DirectiveNode> appliedDirectives)
    {
        foreach (var directive in appliedDirectives)
        {
            if (directive.Name.Value == "deprecated")
            {
                var argument = directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "reason");
                return argument?.Value is StringValueNode reason ? reason.Value : DefaultReason;
            }
        }

        return null;
    }
}
