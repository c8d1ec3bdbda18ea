using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Collects the mistakes of all sources, so that they are told at once and in the order of the text.</summary>
internal sealed class ErrorList
{
    private readonly List<(int Source, ModelError Error)> _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    public void Add(SourceErrors source, Location location, string message, string remedy) =>
        _errors.Add((source.Order, new ModelError(source.File, location.Line, location.Column, message, remedy)));

    public ImmutableArray<ModelError> InOrder() =>
    [
        .. _errors
            .OrderBy(entry => entry.Source)
            .ThenBy(entry => entry.Error.Line)
            .ThenBy(entry => entry.Error.Column)
            .Select(entry => entry.Error)
            .Distinct()
            .Take(ModelLoader.MostErrors),
    ];
}
