using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>
/// A parsed `$lookup`. For each document a pipeline is planned anew, with the values of that document in it, so that an index of the other collection can
/// find what is equal.
/// </summary>
internal sealed record Lookup(
    string From,
    FieldPath? LocalField,
    FieldPath? ForeignField,
    ImmutableArray<(int Slot, Expression Value)> Variables,
    IReadOnlyList<BsonDocument> Pipeline,
    FieldPath Target,
    PipelineParser Parser,
    Evaluation Evaluation)
{
    /// <summary>The slots in use before the pipeline is parsed.</summary>
    private int VariableCount { get; } = Evaluation.VariableCount;

    /// <summary>The plan that finds what belongs to a document.</summary>
    internal QueryPlan Plan(ReadOnlyMemory<byte> document)
    {
        foreach (var (slot, value) in Variables)
        {
            Evaluation[slot] = Evaluation.Run(value, document);
        }

        return PlanPipeline(LocalField is null ? [] : [Match(LocalValues.Of(document, LocalField))]);
    }

    internal QueryPlan PlanPipeline(IEnumerable<BsonDocument> first)
    {
        // Each time the pipeline's own variables take the same slots.
        Evaluation.VariableCount = VariableCount;
        return Parser.Plan(From, [.. first, .. Pipeline]);
    }

    // A regular expression among the values is compared, not searched with, as it would be in $in.
    private BsonDocument Match(List<Operand> values)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartDocument("$match"u8);
        if (values.Exists(value => value.Type == BsonType.RegularExpression))
        {
            writer.WriteStartArray("$or"u8);
            foreach (var value in values)
            {
                writer.WriteStartDocument();
                WriteOperator(writer, "$eq"u8, value);
                writer.WriteEndDocument();
            }

            writer.WriteEndArray();
        }
        else
        {
            WriteOperator(writer, "$in"u8, Operand.OfArray(values));
        }

        writer.WriteEndDocument();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private void WriteOperator(BsonWriter writer, ReadOnlySpan<byte> name, Operand value)
    {
        writer.WriteStartDocument(Encoding.UTF8.GetBytes(ForeignField!.Text));
        writer.WriteValue(name, value.Value);
        writer.WriteEndDocument();
    }
}
