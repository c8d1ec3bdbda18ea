using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Responses;

/// <summary>A field of a <see cref="DocumentShape"/>: from one element of the document, or a constant such as `__typename`.</summary>
internal sealed class ShapeField
{
    /// <summary>A field read from the element of that stored name.</summary>
    public ShapeField(string responseName, string storedName, int condition, FieldShape shape)
        : this(responseName, condition) => (FieldName, StoredName, Shape) = (storedName, Encoding.UTF8.GetBytes(storedName), shape);

    /// <summary>A field with the same string in every document.</summary>
    public ShapeField(string responseName, int condition, string constant)
        : this(responseName, condition) => Constant = JsonSerializer.SerializeToUtf8Bytes(constant);

    private ShapeField(string responseName, int condition)
    {
        ResponseName = responseName;
        Condition = condition;
        NamePrefix = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(responseName) + ":");
    }

    public string ResponseName { get; }

    /// <summary>`"name":`, ready to copy.</summary>
    public byte[] NamePrefix { get; }

    /// <summary>The field's name in the model, for error messages; where the planner does not set it, the stored name.</summary>
    public string FieldName { get; init; } = "";

    /// <summary>Where the document selects the field, for errors; may be empty.</summary>
    public ImmutableArray<Location> Locations { get; init; } = [];

    /// <summary>Index into the request's <see cref="ConditionSet"/>.</summary>
    public int Condition { get; }

    /// <summary>Index into the request's <see cref="ViewerGates"/>.</summary>
    public int Gate { get; init; } = ViewerGates.Open;

    /// <summary>The element's name in UTF-8; empty for a constant.</summary>
    public byte[] StoredName { get; } = [];

    /// <summary>How the element's value is written; null for a constant.</summary>
    public FieldShape? Shape { get; }

    /// <summary>The JSON text of a constant; null for an element.</summary>
    public byte[]? Constant { get; }
}
