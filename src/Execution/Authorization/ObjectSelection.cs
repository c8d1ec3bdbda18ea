using System.Collections.Immutable;
using OwnedData.GraphQL.Types;

namespace OwnedData.Execution.Authorization;

/// <summary>What an operation selects from an object of one type: fragments spread, fields merged, in response order (§6.3.2).</summary>
internal sealed record ObjectSelection(ObjectType Type, ImmutableArray<FieldSelection> Fields);
