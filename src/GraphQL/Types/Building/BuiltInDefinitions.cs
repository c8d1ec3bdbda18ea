using System.Collections.Frozen;
using System.Diagnostics;
using OwnedData.GraphQL.Introspection;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>What the specification gives to every schema: the directives of §3.13 and the types of §4.2.</summary>
internal static class BuiltInDefinitions
{
    private static readonly DocumentNode _directives = Parse(
        """
        "Directs the executor to include this field or fragment only when the `if` argument is true."
        directive @include("Included when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Directs the executor to skip this field or fragment when the `if` argument is true."
        directive @skip("Skipped when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks an element of a GraphQL schema as no longer supported."
        directive @deprecated(
          "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/)."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Exposes a URL that specifies the behavior of this scalar."
        directive @specifiedBy("The URL that specifies the behavior of this scalar." url: String!) on SCALAR

        "Indicates exactly one field must be supplied and this field must not be `null`."
        directive @oneOf on INPUT_OBJECT
        """u8);

    private static readonly DocumentNode _introspection = Parse(IntrospectionDefinitions.Text);

    private static readonly FrozenSet<string> _directiveNames =
        _directives.Definitions.Cast<DirectiveDefinitionNode>().Select(directive => directive.Name.Value).ToFrozenSet();

    public static bool IsDirective(string name) => _directiveNames.Contains(name);

    /// <summary>
    /// The same definitions, then the built-in ones. A type that takes a built-in one's name is reported as reserved, and gives way.
    /// </summary>
    public static SchemaDefinitions AddTo(SchemaDefinitions definitions)
    {
        var all = new SchemaDefinitions { Schema = definitions.Schema };
        var added = _directives.Definitions.Concat(_introspection.Definitions).ToList();
        foreach (var type in definitions.Types.Values.Concat(added.OfType<TypeDefinitionNode>()))
        {
            all.Types[type.Name.Value] = type;
        }

        foreach (var directive in definitions.Directives.Values.Concat(added.OfType<DirectiveDefinitionNode>()))
        {
            all.Directives.Add(directive.Name.Value, directive);
        }

        return all;
    }

    private static DocumentNode Parse(ReadOnlySpan<byte> text) =>
        Parser.Parse(text, ParserLimits.Default).TryGetValue(out var document)
            ? document
            : throw new UnreachableException("The built-in definitions parse.");
}
