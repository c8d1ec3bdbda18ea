using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reports mistakes of one source.</summary>
/// <param name="all">The list of all sources.</param>
/// <param name="file">The source's name.</param>
/// <param name="order">Its place among the sources.</param>
internal sealed class SourceErrors(ErrorList all, string file, int order)
{
    public string File { get; } = file;

    public int Order { get; } = order;

    public void Report(SyntaxNode at, string message, string remedy) => Report(at.Location, message, remedy);

    public void Report(Location at, string message, string remedy) => all.Add(this, at, message, remedy);
}
