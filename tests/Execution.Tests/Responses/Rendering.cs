using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Tests.Responses;

/// <summary>What a document became: its JSON, or null when the whole object must be null, and the errors, each as `path: message`.</summary>
internal sealed record Rendering(string? Json, string Errors)
{
    public static Rendering Of(BsonDocument document, DocumentShape shape, params bool[] conditions)
    {
        using var buffer = new ResponseBuffer(1 << 24);
        var errors = new ErrorCollector();
        var path = new ResponsePathBuilder();
        path.Push("notes");
        path.Push(7);
        buffer.Write("before"u8);
        var isWritten = new DocumentWriter(buffer, errors, path, new ConditionSet(conditions)).Write(document.Span, shape);
        Assert.Equal(2, path.Depth);
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Assert.StartsWith("before", text, StringComparison.Ordinal);
        Assert.Equal(isWritten, text.Length > "before".Length);
        var lines = errors.Errors.Select(error => $"{string.Join('/', error.Path!.ToSegments())}: {error.Message}");
        return new Rendering(isWritten ? text["before".Length..] : null, string.Join('\n', lines));
    }

    public static Rendering Of(string extendedJson, DocumentShape shape, params bool[] conditions) =>
        Of(BsonDocument.Parse(extendedJson), shape, conditions);
}
