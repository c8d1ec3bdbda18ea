using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$in`; `$nin` is a <see cref="NotNode"/> over it. Null among the operands matches missing.</summary>
internal sealed class InNode : PathNode
{
    private readonly Operand[] _operands;
    private readonly RegexPredicate[] _regexes;
    private readonly bool _hasNull;

    internal InNode(FieldPath path, IEnumerable<Operand> operands, IEnumerable<RegexPredicate> regexes)
        : base(path)
    {
        _operands = [.. operands];
        Array.Sort(_operands, (left, right) => BsonComparer.Compare(left.Value, right.Value));
        var count = 0;
        for (var i = 0; i < _operands.Length; i++)
        {
            if (count == 0 || !BsonComparer.Equals(_operands[count - 1].Value, _operands[i].Value))
            {
                _operands[count++] = _operands[i];
            }
        }

        Array.Resize(ref _operands, count);
        _regexes = [.. regexes];
        _hasNull = Array.Exists(_operands, operand => operand.Type == BsonType.Null);
    }

    /// <summary>Without duplicates, in the order of <see cref="BsonComparer"/>.</summary>
    internal IReadOnlyList<Operand> Operands => _operands;

    internal IReadOnlyList<RegexPredicate> Regexes => _regexes;

    internal override bool MatchesElement(BsonValue element)
    {
        if (element.Type == default)
        {
            return _hasNull;
        }

        var low = 0;
        var high = _operands.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var difference = BsonComparer.Compare(element, _operands[middle].Value);
            if (difference == 0)
            {
                return true;
            }

            (low, high) = difference < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        foreach (var regex in _regexes)
        {
            if (regex.Matches(element))
            {
                return true;
            }
        }

        return false;
    }
}
