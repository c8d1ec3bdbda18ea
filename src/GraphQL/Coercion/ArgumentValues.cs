namespace OwnedData.GraphQL.Coercion;

/// <summary>The coerced arguments of a field or a directive, §6.4.1: made by <see cref="ArgumentCoercion"/> only.</summary>
public sealed class ArgumentValues
{
    private readonly Dictionary<string, object?> _values;

    internal ArgumentValues(Dictionary<string, object?> values) => _values = values;

    /// <summary>Of a field without arguments.</summary>
    public static ArgumentValues Empty { get; } = new([]);

    /// <summary>False when the argument was not given and has no default; true with null when it was given null.</summary>
    public bool TryGetValue(string name, out object? value) => _values.TryGetValue(name, out value);
}
