using System.Buffers;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Strings;

/// <summary>`$replaceOne $replaceAll`: literal text for literal text.</summary>
internal static class Replacing
{
    internal static OperatorParser Of(bool all) => (call, argument) =>
    {
        var named = call.Named(argument, notDocument: 51751, unknown: 51750, "input", "find", "replacement");
        var name = call.Name;
        return new CallExpression(
            [named.Required("input", 51749), named.Required("find", 51748), named.Required("replacement", 51747)],
            (arguments, evaluation) => Replace(arguments, name, all, evaluation));
    };

    private static Operand? Replace(ReadOnlySpan<Operand?> arguments, string name, bool all, Evaluation evaluation)
    {
        var isNull = false;
        for (var i = 0; i < 3; i++)
        {
            if (Numbers.IsNull(arguments[i]))
            {
                isNull = true;
            }
            else
            {
                Texts.Of(arguments[i], 51746 - i, $"{name} requires that '{(i == 0 ? "input" : i == 1 ? "find" : "replacement")}' be a string");
            }
        }

        if (isNull)
        {
            return Operand.Null;
        }

        var output = new ArrayBufferWriter<byte>();
        Write(arguments[0]!.Value.Value.AsString(), arguments[1]!.Value.Value.AsString(), arguments[2]!.Value.Value.AsString(), all, output, evaluation);
        return Operand.Of(output.WrittenSpan);
    }

    // Empty text is found before every code point and at the end.
    private static void Write(ReadOnlySpan<byte> text, ReadOnlySpan<byte> wanted, ReadOnlySpan<byte> replacement, bool all, ArrayBufferWriter<byte> output, Evaluation evaluation)
    {
        for (var next = text.IndexOf(wanted); next >= 0; next = all ? text.IndexOf(wanted) : -1)
        {
            evaluation.Work(replacement.Length);
            evaluation.CheckSize(output.WrittenCount + (long)replacement.Length);
            output.Write(text[..next]);
            output.Write(replacement);
            text = text[(next + wanted.Length)..];
            if (wanted.IsEmpty && all)
            {
                if (text.IsEmpty)
                {
                    return;
                }

                var length = CodePoints.OffsetOf(text, 1);
                output.Write(text[..length]);
                text = text[length..];
            }
        }

        output.Write(text);
    }
}
