using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>
/// One regular expression of a filter. It runs on the linear-time engine where the pattern allows, and else (look-around, back references) under
/// <see cref="s_timeout"/> a value; the pattern's size is bounded as well, so no pattern and no text can stop the store.
/// </summary>
internal sealed class RegexPredicate
{
    private const int StackCharacters = 256;
    private static readonly TimeSpan s_timeout = TimeSpan.FromMilliseconds(250);

    private readonly Regex _regex;
    private readonly byte[] _patternAndOptions;

    private RegexPredicate(string pattern, string options)
    {
        _regex = Compile(pattern, options);
        LiteralPrefix = RegexPrefix.Find(pattern, options);
        _patternAndOptions = Encoding.UTF8.GetBytes($"{pattern}\0{options}\0");
    }

    /// <summary>What every matching string begins with (UTF-8), for the planner to make a range of; empty where nothing is known.</summary>
    internal ReadOnlyMemory<byte> LiteralPrefix { get; }

    internal static RegexPredicate From(BsonValue regularExpression)
    {
        regularExpression.AsRegularExpression(out var pattern, out var options);
        return From(Encoding.UTF8.GetString(pattern), Encoding.UTF8.GetString(options));
    }

    internal static RegexPredicate From(string pattern, string options) => new(pattern, string.Concat(options.Order()));

    /// <summary>What searches for a pattern, each time for a bounded while.</summary>
    internal static Regex Compile(string pattern, string options) => pattern.Contains('\0', StringComparison.Ordinal)
        ? throw RegexTranslator.Invalid("Regular expression cannot contain an embedded null byte")
        : Compile(RegexTranslator.Translate(pattern, options), RegexTranslator.ParseOptions(options));

    /// <summary>Whether the value is a string or symbol that the expression finds something in, or the same regular expression itself.</summary>
    internal bool Matches(BsonValue value) => value.Type switch
    {
        BsonType.String or BsonType.Symbol => IsMatch(value.Bytes[4..^1]),
        BsonType.RegularExpression => value.Bytes.SequenceEqual(_patternAndOptions),
        _ => false,
    };

    private static Regex Compile(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, s_timeout);
        }
        catch (ArgumentException exception)
        {
            throw RegexTranslator.Invalid($"Regular expression is invalid: {exception.Message}");
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, s_timeout);
        }
    }

    private bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        // UTF-16 never has more units than UTF-8 has bytes.
        char[]? rented = null;
        var characters = utf8.Length <= StackCharacters ? stackalloc char[StackCharacters] : rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            var count = Encoding.UTF8.GetChars(utf8, characters);
            return _regex.IsMatch(characters[..count]);
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new StoreException(StoreErrorCode.RegexExecutionFailed, "A regular expression took too long on one value", exception);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }
    }
}
