using System.Collections.Immutable;

namespace OwnedData.Schema.Model.Loading;

/// <summary>What the sources declare. No two have one name.</summary>
internal sealed record Declarations(ImmutableArray<TypeDeclaration> Types, ImmutableArray<EnumDeclaration> Enums);
