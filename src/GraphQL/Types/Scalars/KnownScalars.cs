using System.Collections.Frozen;
using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>The scalars whose format the server knows. A schema may use them without declaring them.</summary>
internal static class KnownScalars
{
    private static readonly FrozenSet<string> _specified = FrozenSet.ToFrozenSet(["Int", "Float", "String", "Boolean", "ID"]);

    private static readonly JSONScalar _anyValue = new();

    private static readonly FrozenDictionary<string, ScalarCoercion> _byName = new ScalarCoercion[]
    {
        new IntScalar(), new FloatScalar(), new StringScalar(), new BooleanScalar(), new IDScalar(),
        new LongScalar(), new DecimalScalar(), new DateTimeScalar(), new LocalDateScalar(), new UUIDScalar(), new URLScalar(),
        new ByteArrayScalar(), _anyValue,
    }.ToFrozenDictionary(coercion => coercion.Name);

    /// <summary>One of the five of §3.5, which are never declared.</summary>
    public static bool IsSpecified(string name) => _specified.Contains(name);

    /// <summary>A scalar that nobody describes takes any value.</summary>
    public static ScalarCoercion CoercionOf(string name) => _byName.GetValueOrDefault(name, _anyValue);

    /// <summary>The type of a known scalar as the documentation describes it, null for an unknown name.</summary>
    public static ScalarType? TryCreate(string name)
    {
        if (!_byName.TryGetValue(name, out var coercion))
        {
            return null;
        }

        return new ScalarType(name, coercion.Description, coercion.SpecifiedBy is { } url ? [SpecifiedBy(url)] : []);
    }

    private static DirectiveNode SpecifiedBy(string url)
    {
        ImmutableArray<ArgumentNode> arguments = [new(default, new NameNode(default, "url"), new StringValueNode(default, url, IsBlock: false))];
        return new DirectiveNode(default, new NameNode(default, "specifiedBy"), arguments);
    }
}
