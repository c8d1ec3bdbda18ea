using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>An array in the making: holds its elements against the bound of what an evaluation may keep, until it is done.</summary>
internal sealed class ValueList(Evaluation evaluation)
{
    private readonly List<Operand> _values = [];
    private long _held;

    internal int Count => _values.Count;

    internal void Add(Operand value)
    {
        evaluation.Work(value.Length);
        _held += evaluation.Hold(value);
        _values.Add(value);
    }

    internal Operand ToArray()
    {
        evaluation.Release(_held);
        return Operand.OfArray(_values);
    }
}
