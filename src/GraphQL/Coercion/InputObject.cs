using System.Collections;

namespace OwnedData.GraphQL.Coercion;

/// <summary>
/// A coerced input object, §3.10: the fields that were given or have a default, in the order of the type's definition (of the input for `JSON`).
/// A field that is absent was not given; a field that is null was given null.
/// </summary>
public sealed class InputObject : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    private readonly OrderedDictionary<string, object?> _fields;

    internal InputObject(OrderedDictionary<string, object?> fields) => _fields = fields;

    public int Count => _fields.Count;

    /// <summary>False when the field was not given.</summary>
    public bool TryGetValue(string name, out object? value) => _fields.TryGetValue(name, out value);

    /// <summary>The fields in order.</summary>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
