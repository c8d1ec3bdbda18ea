using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$in`; `$nin` is a <see cref="NotNode"/> over it. Null among the operands matches missing.</summary>
internal sealed class InNode : PathNode
{
    private readonly Operand[] _operands;
    private readonly RegexPredicate[] _regexes;
    private readonly bool _hasNull;
    private readonly Collation? _collation;

    internal InNode(FieldPath path, IEnumerable<Operand> operands, IEnumerable<RegexPredicate> regexes, Collation? collation = null)
        : base(path)
    {
        _collation = collation;
        _operands = [.. operands];
        Array.Sort(_operands, (left, right) => BsonComparer.Compare(left.Value, right.Value, collation));
        var count = 0;
        for (var i = 0; i < _operands.Length; i++)
        {
            if (count == 0 || !BsonComparer.Equals(_operands[count - 1].Value, _operands[i].Value, collation))
            {
                _operands[count++] = _operands[i];
            }
        }

        Array.Resize(ref _operands, count);
        _regexes = [.. regexes];
        _hasNull = Array.Exists(_operands, operand => operand.Type == BsonType.Null);
    }

    /// <summary>Without duplicates, in the order of <see cref="BsonComparer"/> by the collation.</summary>
    internal IReadOnlyList<Operand> Operands => _operands;

    internal IReadOnlyList<RegexPredicate> Regexes => _regexes;

    /// <summary>Whether an index, which holds text in the order of its bytes, cannot answer it.</summary>
    internal bool IsCollated => _collation is not null && Array.Exists(_operands, operand => Collation.Concerns(operand.Type));

    internal override FilterNode With(Collation collation) => new InNode(Path, _operands, _regexes, collation);

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
            var difference = BsonComparer.Compare(element, _operands[middle].Value, _collation);
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
