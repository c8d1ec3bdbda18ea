using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>What an operator makes of the values of its arguments.</summary>
internal delegate Operand? Function(ReadOnlySpan<Operand?> arguments, Evaluation evaluation);
