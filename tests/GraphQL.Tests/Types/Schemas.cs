using System.Text;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Tests.Types;

/// <summary>Schemas and documents from text, for the tests of all stages after the parser.</summary>
internal static class Schemas
{
    private static readonly ParserLimits _limits = ParserLimits.Default with { Tokens = 1_000_000 };

    public static DocumentNode Parse(string text)
    {
        var outcome = Parser.Parse(Encoding.UTF8.GetBytes(text), _limits);
        Assert.True(outcome.TryGetValue(out var document), outcome.Errors.IsDefaultOrEmpty ? "" : outcome.Errors[0].Message);
        return document;
    }

    public static ValueNode ParseValue(string text)
    {
        Assert.True(Parser.ParseValue(Encoding.UTF8.GetBytes(text), _limits, constant: false).TryGetValue(out var value));
        return value;
    }

    public static GraphQLSchema Build(string sdl)
    {
        var outcome = SchemaBuilder.Build(Parse(sdl));
        Assert.Equal([], Lines(outcome.Errors));
        Assert.True(outcome.TryGetValue(out var schema));
        return schema;
    }

    /// <summary>Errors as `message (line:column) (line:column)`.</summary>
    public static string[] Lines(IEnumerable<GraphQLError> errors) =>
        [.. errors.Select(error => string.Join(" ", error.Locations.Select(location => $"({location.Line}:{location.Column})").Prepend(error.Message)))];
}
