using System.Collections.Frozen;
using OwnedData.GraphQL.Coercion;

namespace OwnedData.Execution.Limits;

/// <summary>What the fields of an input type add to the cost of a request that gives them. Types may hold each other.</summary>
internal sealed class InputCost
{
    private FrozenDictionary<string, (int Weight, InputCost? Type)> _fields = FrozenDictionary<string, (int Weight, InputCost? Type)>.Empty;

    /// <summary>Called once, when all types are there.</summary>
    public void Complete(IEnumerable<KeyValuePair<string, (int Weight, InputCost? Type)>> fields) => _fields = fields.ToFrozenDictionary();

    /// <summary>Of a coerced value: of all objects in it, at any depth.</summary>
    public long Of(object? value)
    {
        var total = 0L;
        switch (value)
        {
            case InputObject given:
                foreach (var (name, fieldValue) in given)
                {
                    var (weight, type) = _fields[name];
                    total += weight + (type?.Of(fieldValue) ?? 0);
                }

                break;
            case IReadOnlyList<object?> items:
                foreach (var item in items)
                {
                    total += Of(item);
                }

                break;
        }

        return total;
    }
}
