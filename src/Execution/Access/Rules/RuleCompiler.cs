using System.Diagnostics;
using OwnedData.Bson;
using OwnedData.Execution.Binding;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Compiles the conditions of rules, once at start: paths and literals are encoded here.</summary>
internal static class RuleCompiler
{
    public static RuleCondition Compile(Condition condition) => condition switch
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
    public static RuleOperand Compile(Operand operand, RulePath path, bool takesList) => operand switch
    {
        ViewerOperand viewer => new ViewerRuleOperand(viewer.Value, ViewerFit.Of(path.Type), takesList),
        ListOperand list => new ListRuleOperand([.. list.Members.Select(member => Compile(member, path, takesList: false))]),
        LiteralOperand literal => new LiteralRuleOperand(Encode(literal.Value, path.Type)),
        _ => throw new UnreachableException($"No value is made of {operand}."),
    };

    private static Quantifier QuantifierOf(string operation) => operation switch
    {
        "some" => Quantifier.Some,
        "none" => Quantifier.None,
        "all" => Quantifier.All,
        _ => throw new UnreachableException(operation),
    };

    private static BsonDocument Encode(object? value, FieldType type)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteName(""u8);
        if (value is IReadOnlyList<object?> members)
        {
            writer.WriteStartArray();
            foreach (var member in members)
            {
                WriteLeaf(writer, type, member);
            }

            writer.WriteEndArray();
        }
        else
        {
            WriteLeaf(writer, type, value);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteLeaf(BsonWriter writer, FieldType type, object? value)
    {
        if (type is not ReferenceFieldType reference || value is null)
        {
            StoredValue.WriteLeaf(writer, type, value);
        }
        else if (reference.Target.IdKind == IdKind.ObjectId)
        {
            writer.WriteObjectId(ObjectId.Parse((string)value));
        }
        else
        {
            StoredValue.WriteLeaf(writer, new ScalarFieldType(ScalarOf(reference.Target.IdKind), IsNullable: false), value);
        }
    }

    private static ScalarKind ScalarOf(IdKind kind) => kind switch
    {
        IdKind.Int => ScalarKind.Int,
        IdKind.Long => ScalarKind.Long,
        IdKind.Uuid => ScalarKind.UUID,
        _ => ScalarKind.String,
    };
}
