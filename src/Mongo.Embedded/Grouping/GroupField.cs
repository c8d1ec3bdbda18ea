using OwnedData.Mongo.Embedded.Expressions;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>One field of a `$group` besides `_id`.</summary>
internal sealed record GroupField(byte[] Name, Expression Value, Func<Accumulator> Create);
