using OwnedData.GraphQL.Language;
using OwnedData.Schema.Model.Loading;

namespace OwnedData.Schema.Model;

/// <summary>The start of the server: the texts of a model → a checked model, or every mistake in them.</summary>
public static class ModelLoader
{
    /// <summary>More errors than anybody reads.</summary>
    public const int MostErrors = 200;

    /// <summary>Types of one model: later stages walk them by recursion.</summary>
    internal const int MostTypes = 1000;

    private static readonly Location Start = new(1, 1);

    // The model is its owner's, not a client's: room for MostTypes with their comments, yet no way to fill the memory.
    private static readonly ParserLimits Limits = new(Tokens: 500_000, Depth: 64, Bytes: 8 * 1024 * 1024);

    /// <summary>Checks the sources as one model. A mistake of syntax hides what is declared: the others are told once there is none.</summary>
    public static ModelCheck Load(IReadOnlyList<ModelSource> sources)
    {
        var errors = new ErrorList();
        var declarations = ReadDeclarations(Parse(sources, errors), errors);
        var model = declarations is null ? null : ModelBuilder.Build(declarations);
        return new ModelCheck(errors.IsEmpty ? model : null, errors.InOrder());
    }

    private static List<(DocumentNode Document, SourceErrors Errors)> Parse(IReadOnlyList<ModelSource> sources, ErrorList errors)
    {
        var documents = new List<(DocumentNode, SourceErrors)>();
        for (var order = 0; order < sources.Count; order++)
        {
            var source = new SourceErrors(errors, sources[order].File, order);
            var outcome = Parser.Parse(sources[order].Text.Span, Limits);
            if (outcome.TryGetValue(out var document))
            {
                documents.Add((document, source));
                continue;
            }

            foreach (var error in outcome.Errors)
            {
                source.Report(error.Locations.FirstOrDefault(Start), error.Message, "Correct what stands there.");
            }
        }

        return documents;
    }

    private static Declarations? ReadDeclarations(List<(DocumentNode Document, SourceErrors Errors)> documents, ErrorList errors)
    {
        if (!errors.IsEmpty)
        {
            return null;
        }

        var reader = new DeclarationReader();
        foreach (var (document, source) in documents)
        {
            reader.Read(document, source);
        }

        var declarations = reader.Declarations;
        var first = documents.Count > 0 ? documents[0].Errors : new SourceErrors(errors, "model.graphql", 0);
        if (!declarations.Types.Any(type => type.IsStored))
        {
            first.Report(
                Start,
                "The model has no stored type, so there would be no API.",
                "Write `type Note @collection(name: \"notes\") @owned { title: String! }`, for a start.");
        }
        else if (declarations.Types.Length > MostTypes)
        {
            first.Report(Start, $"The model has {declarations.Types.Length} types.", $"Write at most {MostTypes}.");
            return null;
        }

        return declarations;
    }
}
