using System.Collections.Immutable;

namespace OwnedData.Schema.Model;

/// <summary>What the loader says: the model, or all that is wrong with it. Never both, never neither.</summary>
/// <param name="Model">Null when there are errors.</param>
/// <param name="Errors">In the order of the sources, by line and column; at most <see cref="ModelLoader.MostErrors"/>.</param>
public sealed record ModelCheck(DataModel? Model, ImmutableArray<ModelError> Errors);
