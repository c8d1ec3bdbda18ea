using System.Diagnostics;
using System.Text;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Says whether a literal is a value of a scalar, by the same coercion that a client's literals go through.</summary>
internal static class ScalarLiterals
{
    private static readonly GraphQLSchema Scalars = BuildScalars();

    /// <summary>What should stand there, or null when the literal is fine.</summary>
    public static string? Expectation(ScalarKind kind, ValueNode literal) => TryCoerce(kind, literal, out _) ? null : Expectation(kind);

    /// <summary>The value as an input of a client would be coerced to.</summary>
    public static bool TryCoerce(ScalarKind kind, ValueNode literal, out object? value)
    {
        value = null;
        return Scalars.TryGetType(kind.ToString(), out var type) && LiteralCoercion.TryCoerce(literal, type, VariableValues.Empty, out value);
    }

    /// <summary>What a literal of the scalar looks like: the end of a remedy.</summary>
    public static string Expectation(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "`true` or `false`",
        ScalarKind.Int => "an integer of 32 bits",
        ScalarKind.Long => "an integer of 64 bits",
        ScalarKind.Float => "a number",
        ScalarKind.Decimal => "a number of at most 34 digits",
        ScalarKind.DateTime => "a time with its offset, such as `\"2025-01-31T08:30:00Z\"`",
        ScalarKind.LocalDate => "a date such as `\"2025-01-31\"`",
        ScalarKind.UUID => "a UUID such as `\"936da01f-9abd-4d9d-80c7-02af85c822a8\"`",
        ScalarKind.URL => "a URL such as `\"https://example.com\"`",
        ScalarKind.ByteArray => "bytes in base64",
        ScalarKind.JSON => "a value of JSON",
        _ => "a string",
    };

    private static GraphQLSchema BuildScalars()
    {
        var fields = Enum.GetNames<ScalarKind>().Select(name => $"{name}: {name}");
        var sdl = $"type Query {{ {string.Join(' ', fields)} }}";
        return Parser.Parse(Encoding.UTF8.GetBytes(sdl), ParserLimits.Default).TryGetValue(out var document)
            && SchemaBuilder.Build(document).TryGetValue(out var schema)
            ? schema
            : throw new UnreachableException("The scalars make no schema.");
    }
}
