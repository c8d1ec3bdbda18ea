using OwnedData.Schema.Model;

namespace OwnedData.Schema.Access;

/// <summary>A path in a rule: through embedded objects, never through a list.</summary>
/// <param name="Stored">The names in the document, joined by dots; empty for the element of a list itself.</param>
/// <param name="Written">The names in the model, joined by dots: for messages and explanations.</param>
/// <param name="Type">What stands there; of `id` a reference to the type itself.</param>
public sealed record RulePath(string Stored, string Written, FieldType Type)
{
    /// <summary>For messages.</summary>
    internal string Label => Written.Length == 0 ? "An element" : $"`{Written}`";

    /// <summary>The first element's name: what an update replaces as a whole.</summary>
    public string StoredRoot => Stored.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? Stored[..dot] : Stored;
}
