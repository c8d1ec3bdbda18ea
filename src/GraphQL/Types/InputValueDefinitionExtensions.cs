using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OwnedData.GraphQL.Types;

/// <summary>Arguments by name. A scan: fields have a handful of arguments, for which it beats a dictionary.</summary>
internal static class InputValueDefinitionExtensions
{
    public static bool TryFind(
        this ImmutableArray<InputValueDefinition> definitions,
        string name,
        [NotNullWhen(true)] out InputValueDefinition? definition)
    {
        foreach (var candidate in definitions)
        {
            if (candidate.Name == name)
            {
                definition = candidate;
                return true;
            }
        }

        definition = null;
        return false;
    }
}
