using System.Text;
using System.Text.RegularExpressions;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Strings;

/// <summary>`$regexMatch $regexFind $regexFindAll`, with the translation, the engine and the time limit that filters have.</summary>
internal static class RegexOperators
{
    internal static Expression ParseMatch(OperatorCall call, BsonValue argument) =>
        Parse(call, argument, (regex, text, _) => Operand.Of(regex is not null && regex.IsMatch(text)));

    internal static Expression ParseFind(OperatorCall call, BsonValue argument) =>
        Parse(call, argument, (regex, text, evaluation) => regex?.Match(text) is { Success: true } match ? Describe(match, CountCodePoints(text.AsSpan(0, match.Index)), evaluation) : Operand.Null);

    internal static Expression ParseFindAll(OperatorCall call, BsonValue argument) => Parse(call, argument, FindAll);

    private static CallExpression Parse(OperatorCall call, BsonValue argument, Func<Regex?, string, Evaluation, Operand?> search)
    {
        var named = call.Named(argument, notDocument: 51103, unknown: 31024, "input", "regex", "options");
        var (input, regex, options) = (named.Required("input", 31022), named.Required("regex", 31023), named.Optional("options"));
        var name = call.Name;

        // What stands in the command is compiled once.
        var constant = regex is LiteralExpression && options is LiteralExpression && named.RequiredValue("regex", 31023) is var literal && !Numbers.IsNull(literal)
            ? Compile(literal, named.Value("options"), name)
            : null;
        return new CallExpression([input, regex, options], (arguments, evaluation) => Search(arguments, name, constant, search, evaluation));
    }

    private static Operand? Search(ReadOnlySpan<Operand?> arguments, string name, Regex? constant, Func<Regex?, string, Evaluation, Operand?> search, Evaluation evaluation)
    {
        var regex = constant ?? (Numbers.IsNull(arguments[1]) ? null : Compile(arguments[1]!.Value, arguments[2], name));
        if (Numbers.IsNull(arguments[0]))
        {
            return search(null, "", evaluation);
        }

        var text = Encoding.UTF8.GetString(Texts.Of(arguments[0], 51104, $"{name} needs 'input' to be of type string"));
        evaluation.Work(text.Length);
        try
        {
            return search(regex, text, evaluation);
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new StoreException(StoreErrorCode.RegexExecutionFailed, "A regular expression took too long on one value", exception);
        }
    }

    private static Regex Compile(Operand regex, Operand? options, string name)
    {
        var given = Numbers.IsNull(options) ? "" : Encoding.UTF8.GetString(Texts.Of(options, 51106, $"{name} needs 'options' to be of type string"));
        if (regex.Type != BsonType.RegularExpression)
        {
            return RegexPredicate.Compile(Encoding.UTF8.GetString(Texts.Of(regex, 51105, $"{name} needs 'regex' to be of type string or regex")), given);
        }

        regex.Value.AsRegularExpression(out var pattern, out var own);
        return own.IsEmpty || Numbers.IsNull(options)
            ? RegexPredicate.Compile(Encoding.UTF8.GetString(pattern), own.IsEmpty ? given : Encoding.UTF8.GetString(own))
            : throw ExpressionError.Create(51107, $"{name}: found regex option(s) specified in both 'regex' and 'option' fields");
    }

    private static Operand? FindAll(Regex? regex, string text, Evaluation evaluation)
    {
        var found = new ValueList(evaluation);
        var (position, codePoints) = (0, 0);
        for (var match = regex?.Match(text); match is { Success: true }; match = regex!.Match(text, position))
        {
            codePoints += CountCodePoints(text.AsSpan(position..match.Index));
            found.Add(Describe(match, codePoints, evaluation));

            // As in MongoDB, an empty match moves on by a character, and at the end of a text that is not empty nothing more is looked for.
            var length = match.Length > 0 ? match.Length : CharacterLength(text, match.Index);
            position = match.Index + length;
            if (position >= text.Length)
            {
                break;
            }

            codePoints += CountCodePoints(text.AsSpan(match.Index, length));
        }

        return found.ToArray();
    }

    private static Operand Describe(Match match, int index, Evaluation evaluation)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("match"u8, match.Value);
        writer.WriteInt32("idx"u8, index);
        writer.WriteStartArray("captures"u8);
        foreach (Group group in match.Groups)
        {
            evaluation.Work();
            if (ReferenceEquals(group, match))
            {
                continue;
            }

            if (group.Success)
            {
                writer.WriteString(group.Value);
            }
            else
            {
                writer.WriteNull();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        return Operand.From(writer.ToDocument());
    }

    private static int CharacterLength(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text, index) ? 2 : 1;

    private static int CountCodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += char.IsLowSurrogate(character) ? 0 : 1;
        }

        return count;
    }
}
