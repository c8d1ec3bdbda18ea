using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Querying;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Embedded.Tests.Expressions;

/// <summary>Evaluates expressions without a store.</summary>
internal static class Evaluated
{
    /// <summary>The value in Extended JSON, or "missing".</summary>
    internal static string Value(string expression, string document = "{}", OperationContext? context = null)
    {
        var scope = Scope.Of(context ?? new OperationContext(TimeProvider.System, CancellationToken.None));
        Parse($"{{e: {expression}}}").TryGetValue("e"u8, out var parsed);
        var value = scope.Evaluation.Run(new ExpressionParser(scope).Parse(parsed), Parse(document).Memory);
        if (value is not { } found)
        {
            return "missing";
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteValue("v"u8, found.Value);
        writer.WriteEndDocument();
        return writer.ToDocument().ToString()["{\"v\": ".Length..^1];
    }

    internal static int Code(string expression, string document = "{}") => (int)Assert.Throws<StoreException>(() => Value(expression, document)).Code;
}
