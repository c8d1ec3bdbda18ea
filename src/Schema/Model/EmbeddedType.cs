namespace OwnedData.Schema.Model;

/// <summary>A type without `@collection`: an object inside a document.</summary>
public sealed class EmbeddedType : ModelType;
