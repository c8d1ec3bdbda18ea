namespace OwnedData.GraphQL.Coercion;

/// <summary>The coerced variables of one request, §6.1.2: made by <see cref="VariableCoercion"/> only.</summary>
public sealed class VariableValues
{
    private readonly Dictionary<string, object?> _values;

    internal VariableValues(Dictionary<string, object?> values) => _values = values;

    /// <summary>Of an operation without variables.</summary>
    public static VariableValues Empty { get; } = new([]);

    /// <summary>False when the variable was not given and has no default; true with null when it was given null.</summary>
    public bool TryGetValue(string name, out object? value) => _values.TryGetValue(name, out value);
}
