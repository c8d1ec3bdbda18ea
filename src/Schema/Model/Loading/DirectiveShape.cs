using System.Collections.Immutable;

namespace OwnedData.Schema.Model.Loading;

/// <summary>A directive of the model's language: where it stands and what it takes.</summary>
internal sealed record DirectiveShape(string Name, DirectivePlace Places, bool IsRepeatable, ImmutableArray<ArgumentShape> Arguments);
