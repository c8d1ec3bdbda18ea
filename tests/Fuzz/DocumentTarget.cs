using System.Text;
using OwnedData.Execution;
using OwnedData.Execution.Limits;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.Server.Startup;

namespace OwnedData.Fuzz;

/// <summary>Lexer, parser, validator and planner: a text either compiles or is refused with a code of the catalogue; what parses, prints, and parses again.</summary>
internal sealed class DocumentTarget : IFuzzTarget
{
    private static readonly CallerTerms s_terms = new(SeesSchema: true, IsCostEnforced: true);

    private readonly OperationCompiler _compiler = new(ApiLoading.Load(null), OperationLimits.Default);

    public string Name => "document";

    public IReadOnlyList<byte[]> Corpus { get; } = OwnedData.Fuzz.Corpus.Read("documents");

    public byte[] Create(Random random) => Mutator.Mutate(random, Corpus, []);

    public Task<string?> RunAsync(byte[] input, CancellationToken cancellationToken)
    {
        var parsed = Parser.Parse(input, ParserLimits.Default);
        return Task.FromResult(JudgeErrors(parsed.Errors) ?? (parsed.TryGetValue(out var document) ? JudgePrinted(document) : null) ?? JudgeErrors(_compiler.Compile(input, null, s_terms).Errors));
    }

    private static string? JudgePrinted(DocumentNode document)
    {
        var printed = Printer.Print(document);
        var again = Parser.Parse(Encoding.UTF8.GetBytes(printed), new ParserLimits(int.MaxValue, ParserLimits.Default.Depth, int.MaxValue));
        return again.TryGetValue(out var reparsed) && Printer.Print(reparsed) == printed ? null : "what was printed does not parse to the same";
    }

    private static string? JudgeErrors(IEnumerable<GraphQLError> errors) =>
        errors.FirstOrDefault(error => error.Message.Length == 0 || !ErrorCatalog.All.Contains(error.Code) || error.Code == ErrorCatalog.UnexpectedError)?.ToString();
}
