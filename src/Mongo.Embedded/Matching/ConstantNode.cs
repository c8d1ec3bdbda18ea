using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>`$expr: true|false`, `$alwaysTrue`, `$alwaysFalse`: the planner answers <see cref="Never"/> without reading anything.</summary>
internal sealed class ConstantNode : FilterNode
{
    internal static readonly ConstantNode Always = new(value: true);
    internal static readonly ConstantNode Never = new(value: false);

    private ConstantNode(bool value)
    {
        Value = value;
    }

    internal bool Value { get; }

    internal override bool Matches(ReadOnlySpan<byte> document) => Value;

    internal override bool MatchesElement(BsonValue element) => Value;
}
