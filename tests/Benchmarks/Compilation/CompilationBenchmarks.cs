using System.Text;
using BenchmarkDotNet.Attributes;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation;
using OwnedData.Schema.Api;
using OwnedData.Schema.Model;

namespace OwnedData.Benchmarks.Compilation;

/// <summary>Parse and validate against the sample API: what a document costs that no cache knows. graphql-js.mjs does the same with the reference implementation.</summary>
[MemoryDiagnoser]
public class CompilationBenchmarks
{
    private GraphQLSchema _schema = null!;
    private byte[] _text = null!;

    /// <summary>The files beside this one.</summary>
    [Params("introspection", "tokens-5000")]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var model = ModelLoader.Load([new ModelSource("model.graphql", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "model.graphql")))]).Model!;
        _schema = ApiBuilder.Build(model).Schema;
        _text = Document == "introspection" ? File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "introspection.graphql")) : FiveThousandTokens();
        if (!ParseAndValidate())
        {
            throw new InvalidOperationException($"The document {Document} does not validate.");
        }
    }

    [Benchmark]
    public bool ParseAndValidate() =>
        Parser.Parse(_text, ParserLimits.Default).Then(document => DocumentValidator.Validate(_schema, document)).TryGetValue(out _);

    /// <summary>One named query of aliased fields: 13 tokens each.</summary>
    private static byte[] FiveThousandTokens()
    {
        var text = new StringBuilder("query Large {\n");
        for (var index = 0; index < 384; index++)
        {
            text.Append("  n").Append(index).Append(": notes(first: ").Append(index % 50).Append(") { nodes { id title } }\n");
        }

        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }
}
