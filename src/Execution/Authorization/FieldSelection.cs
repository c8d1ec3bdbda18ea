using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using OwnedData.Execution.Access.Rules;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.Execution.Authorization;

/// <summary>One field of the response: all occurrences under one response name, merged.</summary>
/// <param name="Node">The first occurrence: its arguments and its location stand for all (§5.3.2).</param>
/// <param name="Definition">The field's definition.</param>
/// <param name="Condition">Index into the operation's conditions.</param>
/// <param name="Gate">Index into the operation's gates; open for fields of the root, whose gates are checked before they are bound.</param>
/// <param name="Relation">Which other documents it gives; null for a field of its own document or of none.</param>
/// <param name="Rules">What answers `can`; null for other fields.</param>
/// <param name="Selections">One for each object type that the field can give; empty for a leaf.</param>
internal sealed record FieldSelection(
    FieldNode Node, FieldDefinition Definition, int Condition, int Gate, Relation? Relation, TypeRules? Rules, ImmutableArray<ObjectSelection> Selections)
{
    public string ResponseName => Node.ResponseName;

    public string Name => Definition.Name;

    /// <summary>`"name":`, ready to copy into the response.</summary>
    public byte[] NamePrefix { get; } = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Node.ResponseName) + ":");

    public bool IsNullable => Definition.Type is not NonNullType;

    /// <summary>The selection on the only type that the field can give.</summary>
    public ObjectSelection Selection => Selections[0];
}
