using System.Collections.Immutable;

namespace OwnedData.Schema.Access;

/// <summary>A list under `in` and `nin` with a viewer's value in it. Each member is a single value; one that is missing makes the comparison never match.</summary>
public sealed record ListOperand(ImmutableArray<Operand> Members) : Operand;
