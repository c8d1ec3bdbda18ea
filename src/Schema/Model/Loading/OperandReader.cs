using System.Diagnostics;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads the right side of a comparison in a rule: literals of the field's type, and values of the viewer that can be of it.</summary>
internal sealed class OperandReader(SourceErrors errors)
{
    /// <summary>The longest list under `in`: as long as one of the viewer's may be.</summary>
    private const int LongestList = 1000;

    /// <summary>Null when there is a mistake, which is reported.</summary>
    public Operand? Read(ValueNode node, string operation, RulePath path) => operation is "in" or "nin"
        ? ReadList(node, operation, path)
        : ReadSingle(node, operation, path);

    private Operand? ReadSingle(ValueNode node, string operation, RulePath path)
    {
        if (node is NullValueNode && operation is not ("eq" or "neq"))
        {
            errors.Report(node, $"`{operation}` takes no null.", "Compare with `eq: null` or `neq: null`.");
            return null;
        }

        if (node is ListValueNode)
        {
            errors.Report(node, $"`{operation}` takes one value.", "Write one, or `in` or `nin` for a list.");
            return null;
        }

        return ReadMember(node, path);
    }

    private Operand? ReadList(ValueNode node, string operation, RulePath path)
    {
        if (node is not ListValueNode { Values: var values })
        {
            return ViewerValueReader.IsViewerValue(node) ? ReadMember(node, path)
                : ReadMember(node, path) is LiteralOperand { Value: var single } ? new LiteralOperand(new[] { single }) : null;
        }

        if (values.Length is 0 or > LongestList)
        {
            var (message, remedy) = values.IsEmpty
                ? ($"An empty list under `{operation}` {(operation == "in" ? "lets nothing through" : "says nothing")}.", "Write values, or remove it.")
                : ($"The list has {values.Length} values.", $"Write at most {LongestList}.");
            errors.Report(node, message, remedy);
            return null;
        }

        var members = values.Select(value => ReadMember(value, path)).OfType<Operand>().ToArray();
        if (members.Length < values.Length)
        {
            return null;
        }

        return members.All(member => member is LiteralOperand)
            ? new LiteralOperand(members.Select(member => ((LiteralOperand)member).Value).ToArray())
            : new ListOperand([.. members]);
    }

    private Operand? ReadMember(ValueNode node, RulePath path)
    {
        if (ViewerValueReader.IsViewerValue(node))
        {
            return ReadViewerValue((StringValueNode)node, path);
        }

        if (node is NullValueNode)
        {
            return new LiteralOperand(null);
        }

        var literal = node is StringValueNode { Value: ['$', '$', ..] } text ? text with { Value = text.Value[1..] } : node;
        if (TryReadLeaf(literal, path.Type, out var value))
        {
            return new LiteralOperand(value);
        }

        var (holds, expectation) = Describe(path.Type);
        errors.Report(node, $"This is no {holds}, which {path.Label} holds.", $"Write {expectation}.");
        return null;
    }

    private ViewerOperand? ReadViewerValue(StringValueNode node, RulePath path)
    {
        if (ViewerValueReader.Read(node, errors) is not { } value)
        {
            return null;
        }

        if (Fits(value.Source, path.Type))
        {
            return new ViewerOperand(value);
        }

        var what = value.Source switch
        {
            ViewerSource.Subject => "a string",
            ViewerSource.Now => "a point in time",
            ViewerSource.Claim => "a string, number or boolean of the token",
            _ => "a value of the viewer's grants",
        };
        errors.Report(
            node,
            $"`{value}` is {what}, which is never the {Describe(path.Type).Holds} that {path.Label} holds.",
            "Compare it with a field of its type.");
        return null;
    }

    private static bool Fits(ViewerSource source, FieldType type) => (source, type) switch
    {
        (_, ScalarFieldType { Kind: ScalarKind.ByteArray }) => false,
        (ViewerSource.Now, _) => type is ScalarFieldType { Kind: ScalarKind.DateTime or ScalarKind.LocalDate },
        (ViewerSource.Claim, _) => type is not ScalarFieldType { Kind: ScalarKind.DateTime or ScalarKind.LocalDate },
        (ViewerSource.Subject, ScalarFieldType { Kind: var kind }) => kind is ScalarKind.String or ScalarKind.ID or ScalarKind.URL or ScalarKind.UUID,
        (ViewerSource.Subject, ReferenceFieldType { Target.IdKind: var kind }) => kind is not (IdKind.Int or IdKind.Long),
        _ => true,
    };

    private static bool TryReadLeaf(ValueNode literal, FieldType type, out object? value)
    {
        switch (type)
        {
            case ScalarFieldType { Kind: var kind }:
                return ScalarLiterals.TryCoerce(kind, literal, out value);
            case EnumFieldType { Enum.Members: var members }:
                value = (literal as EnumValueNode)?.Name;
                return members.Any(member => member.Name == (literal as EnumValueNode)?.Name);
            default:
                return TryReadId(literal, ((ReferenceFieldType)type).Target.IdKind, out value);
        }
    }

    private static bool TryReadId(ValueNode literal, IdKind kind, out object? value) => kind switch
    {
        IdKind.Int => ScalarLiterals.TryCoerce(ScalarKind.Int, literal, out value),
        IdKind.Long => ScalarLiterals.TryCoerce(ScalarKind.Long, literal, out value),
        IdKind.Uuid => ScalarLiterals.TryCoerce(ScalarKind.UUID, literal, out value),
        _ => ScalarLiterals.TryCoerce(ScalarKind.String, literal, out value)
            && (kind == IdKind.String || value is string { Length: 24 } text && text.All(char.IsAsciiHexDigit)),
    };

    private static (string Holds, string Expectation) Describe(FieldType type) => type switch
    {
        ScalarFieldType { Kind: var kind } => (kind.ToString(), ScalarLiterals.Expectation(kind)),
        EnumFieldType { Enum: var @enum } => (@enum.Name, $"one of {string.Join(", ", @enum.Members.Select(member => member.Name))}"),
        ReferenceFieldType { Target: var target } => ($"id of {target.Name}", target.IdKind switch
        {
            IdKind.Int => ScalarLiterals.Expectation(ScalarKind.Int),
            IdKind.Long => ScalarLiterals.Expectation(ScalarKind.Long),
            IdKind.Uuid => ScalarLiterals.Expectation(ScalarKind.UUID),
            IdKind.String => "a string",
            _ => "24 hexadecimal digits",
        }),
        _ => throw new UnreachableException($"{type} is no plain value."),
    };
}
