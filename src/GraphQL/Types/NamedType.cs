using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>A type with a name, §3.4. Two named types of one schema are the same when they are the same object.</summary>
public abstract class NamedType : GraphQLType
{
    private protected NamedType(string name, string? description, ImmutableArray<DirectiveNode> appliedDirectives)
    {
        (Name, Description, AppliedDirectives) = (name, description, appliedDirectives);
    }

    public string Name { get; }

    public string? Description { get; }

    /// <summary>The directives on the type and on its extensions, in the order of the document.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    public override NamedType InnermostType => this;

    /// <summary>Object, interface or union: what a selection set can be over, §5.3.3.</summary>
    public bool IsCompositeType => this is ComplexType or UnionType;

    /// <summary>Scalar or enum: what a selection ends with.</summary>
    public bool IsLeafType => this is ScalarType or EnumType;

    /// <summary>One of the types of §4, which every schema has.</summary>
    public bool IsIntrospectionType => Name.StartsWith("__", StringComparison.Ordinal);

    public sealed override string ToString() => Name;
}
