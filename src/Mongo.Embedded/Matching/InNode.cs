using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$in`; `$nin` is a <see cref="NotNode"/> over it. Null among the operands matches missing. At least two operands, or a regular expression.</summary>
internal sealed class InNode : PathNode
{
    private readonly Operand[] _operands;
    private readonly RegexPredicate[] _regexes;
    private readonly bool _hasNull;

    private InNode(FieldPath path, Operand[] operands, RegexPredicate[] regexes)
        : base(path)
    {
        _operands = operands;
        _regexes = regexes;
        _hasNull = Array.Exists(_operands, operand => operand.Type == BsonType.Null);
    }

    /// <summary>Without duplicates, in the order of <see cref="BsonComparer"/>.</summary>
    internal IReadOnlyList<Operand> Operands => _operands;

    internal IReadOnlyList<RegexPredicate> Regexes => _regexes;

    /// <summary>A list of one is an equality, as in MongoDB (an upsert takes it over), and one of none never matches.</summary>
    internal static FilterNode Of(FieldPath path, List<Operand> operands, List<RegexPredicate> regexes)
    {
        operands.Sort((left, right) => BsonComparer.Compare(left.Value, right.Value));
        var distinct = new List<Operand>(operands.Count);
        foreach (var operand in operands)
        {
            if (distinct.Count == 0 || !BsonComparer.Equals(distinct[^1].Value, operand.Value))
            {
                distinct.Add(operand);
            }
        }

        return (distinct.Count, regexes.Count) switch
        {
            (0, 0) => ConstantNode.Never,
            (1, 0) => new ComparisonNode(path, ComparisonOperator.Equal, distinct[0]),
            _ => new InNode(path, [.. distinct], [.. regexes]),
        };
    }

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
