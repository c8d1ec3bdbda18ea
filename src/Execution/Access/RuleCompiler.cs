using System.Diagnostics;
using OwnedData.Bson;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access;

/// <summary>Compiles the conditions of one stored type's rules, once at start: paths and literals are encoded here.</summary>
internal sealed class RuleCompiler(StoredType type)
{
    public RuleCondition Compile(Condition condition) => condition switch
    {
        AllOf all => new AllCondition([.. all.Conditions.Select(Compile)]),
        AnyOf any => new AnyCondition([.. any.Conditions.Select(Compile)]),
        AnyElement any => new AnyElementCondition(any.Path, any.Expected),
        ElementCondition list => new QuantifierCondition(list.Path, QuantifierOf(list.Operation), Compile(list.Element)),
        Comparison comparison => new ComparisonCondition(
            comparison.Path,
            comparison.Operation,
            Compile(comparison.Operand, comparison.Path, takesList: comparison.Operation is "in" or "nin")),
        _ => throw new UnreachableException($"No rule is made of {condition}."),
    };

    /// <summary>The value of a stamp, or a side of a comparison.</summary>
    public RuleOperand Compile(Operand operand, RulePath path, bool takesList) => operand switch
    {
        ViewerOperand viewer => new ViewerRuleOperand(viewer.Value, FitOf(path), takesList),
        ListOperand list => new ListRuleOperand([.. list.Members.Select(member => Compile(member, path, takesList: false))]),
        LiteralOperand literal => new LiteralRuleOperand(Encode(literal.Value, path)),
        _ => throw new UnreachableException($"No value is made of {operand}."),
    };

    private static Quantifier QuantifierOf(string operation) => operation switch
    {
        "some" => Quantifier.Some,
        "none" => Quantifier.None,
        "all" => Quantifier.All,
        _ => throw new UnreachableException(operation),
    };

    private ValueFit FitOf(RulePath path) => path.Stored == "_id" ? ViewerFit.Of(type.IdKind) : ViewerFit.Of(path.Type);

    private BsonDocument Encode(object? value, RulePath path)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteName(""u8);
        if (value is IReadOnlyList<object?> members)
        {
            writer.WriteStartArray();
            foreach (var member in members)
            {
                WriteLeaf(writer, member, path);
            }

            writer.WriteEndArray();
        }
        else
        {
            WriteLeaf(writer, value, path);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private void WriteLeaf(BsonWriter writer, object? value, RulePath path)
    {
        var target = path.Stored == "_id" ? type : (path.Type as ReferenceFieldType)?.Target;
        if (target is null || value is null)
        {
            StoredValue.WriteLeaf(writer, path.Type, value);
        }
        else
        {
            (DocumentId.Parse((string)value, target) ?? throw new UnreachableException($"{value} is no id of {target.Name}.")).WriteTo(writer);
        }
    }
}
