using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>
/// Rewrites a PCRE pattern, MongoDB's dialect, for .NET wherever the two read the same text differently: ASCII classes, POSIX classes, `[` inside a class,
/// PCRE's own escapes. What only PCRE knows (recursion, possessive quantifiers) stays and is refused by .NET as invalid.
/// </summary>
internal sealed class RegexTranslator
{
    /// <summary>PCRE's limit in MongoDB, in characters.</summary>
    private const int MaxLength = 32_764;

    /// <summary>
    /// The most copies that counted repetitions, multiplied along nested groups, may ask for. Below PCRE's, because the linear-time engine pays for
    /// each of them in every state: at 8,000 one search allocated 1 GB before it ran out of time.
    /// </summary>
    private const int MaxRepetitions = 1_000;

    /// <summary>The most groups inside each other.</summary>
    private const int MaxNesting = 200;

    private const string VerticalSpace = @"\n\v\f\r\x85\u2028\u2029";

    private readonly string _pattern;
    private readonly StringBuilder _output;
    private readonly Stack<double> _costs = new();
    private double _cost;
    private double _atomCost;
    private int _position;

    private RegexTranslator(string pattern)
    {
        _pattern = pattern;
        _output = new StringBuilder(pattern.Length + 16);
    }

    internal static StoreException Invalid(string message) => new(StoreErrorCode.InvalidRegex, message);

    internal static string Translate(string pattern, string options)
    {
        if (pattern.Length > MaxLength)
        {
            throw Invalid("Regular expression is too long");
        }

        var translator = new RegexTranslator(pattern);
        translator.Run(isExtended: options.Contains('x', StringComparison.Ordinal));
        return translator._output.ToString();
    }

    /// <summary>The letters i, m, s, x, and u, which says what is always so: text is Unicode.</summary>
    internal static RegexOptions ParseOptions(string options)
    {
        var result = RegexOptions.CultureInvariant;
        foreach (var letter in options)
        {
            result |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                'u' => RegexOptions.None,
                _ => throw new StoreException(StoreErrorCode.InvalidRegexOption, $"invalid flag in regex options: {letter}"),
            };
        }

        return result;
    }

    private void Run(bool isExtended)
    {
        while (_position < _pattern.Length)
        {
            var character = _pattern[_position];
            switch (character)
            {
                case '\\':
                    TranslateEscape(inClass: false);
                    AddAtom(1);
                    break;
                case '[':
                    TranslateClass();
                    AddAtom(1);
                    break;
                case '(':
                    OpenGroup();
                    break;
                case ')':
                    Copy(1);
                    _atomCost = _cost;
                    _cost = _costs.TryPop(out var outer) ? outer + _atomCost : _atomCost;
                    break;
                case '{':
                    TranslateRepetition();
                    break;
                case '#' when isExtended:
                    var end = _pattern.IndexOf('\n', _position);
                    Copy((end < 0 ? _pattern.Length : end + 1) - _position);
                    break;
                default:
                    Copy(1);
                    AddAtom(1);
                    break;
            }
        }
    }

    private void Copy(int count)
    {
        _output.Append(_pattern, _position, count);
        _position += count;
    }

    private void AddAtom(double cost)
    {
        _atomCost = cost;
        _cost += cost;
    }

    private void OpenGroup()
    {
        if (_costs.Count == MaxNesting)
        {
            throw Invalid("Regular expression is invalid: parentheses are too deeply nested");
        }

        _costs.Push(_cost);
        _cost = 0;
        var isNamed = _pattern.AsSpan(_position).StartsWith("(?P<");
        _output.Append(isNamed ? "(?<" : "(");
        _position += isNamed ? 4 : 1;
    }

    // Counts what {n,m} unfolds to; each further copy costs what its atom costs.
    private void TranslateRepetition()
    {
        var end = _pattern.IndexOf('}', _position);
        var bounds = end < 0 ? [] : _pattern[(_position + 1)..end].Split(',');
        if (bounds.Length is 1 or 2 && int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var minimum))
        {
            var maximum = int.TryParse(bounds[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : minimum;
            _cost += Math.Max(0, Math.Max(minimum, maximum) - 1) * _atomCost;
            _atomCost *= Math.Max(1, Math.Max(minimum, maximum));
            if (_cost > MaxRepetitions + _pattern.Length)
            {
                throw Invalid("Regular expression is invalid: regular expression is too large");
            }
        }

        Copy(1);
    }

    private void TranslateClass()
    {
        Copy(1);
        if (Peek() == '^')
        {
            Copy(1);
        }

        // A bracket that comes first is a member, not the end.
        if (Peek() == ']')
        {
            _output.Append(@"\]");
            _position++;
        }

        while (_position < _pattern.Length && _pattern[_position] != ']')
        {
            switch (_pattern[_position])
            {
                case '\\':
                    TranslateEscape(inClass: true);
                    break;
                case '[' when _position + 1 < _pattern.Length && _pattern[_position + 1] == ':':
                    TranslatePosixClass();
                    break;
                case '[':
                    _output.Append(@"\[");
                    _position++;
                    break;
                default:
                    Copy(1);
                    break;
            }
        }

        if (_position < _pattern.Length)
        {
            Copy(1);
        }
    }

    private char Peek() => _position < _pattern.Length ? _pattern[_position] : '\0';

    private void TranslatePosixClass()
    {
        var end = _pattern.IndexOf(":]", _position, StringComparison.Ordinal);
        var name = end < 0 ? "" : _pattern[(_position + 2)..end];
        _output.Append(name switch
        {
            "alpha" => "a-zA-Z",
            "digit" => "0-9",
            "alnum" => "a-zA-Z0-9",
            "upper" => "A-Z",
            "lower" => "a-z",
            "word" => "a-zA-Z0-9_",
            "space" => @" \t\n\v\f\r",
            "blank" => @" \t",
            "xdigit" => "0-9a-fA-F",
            "punct" => @"!-/:-@\[-`{-~",
            "cntrl" => @"\x00-\x1F\x7F",
            "print" => " -~",
            "graph" => "!-~",
            "ascii" => @"\x00-\x7F",
            _ => throw Invalid($"Regular expression is invalid: unknown POSIX class name '{name}'"),
        });
        _position = end + 2;
    }

    private void TranslateEscape(bool inClass)
    {
        if (_position + 1 == _pattern.Length)
        {
            throw Invalid(@"Regular expression is invalid: \ at end of pattern");
        }

        var letter = _pattern[_position + 1];
        var replacement = letter switch
        {
            'd' => inClass ? "0-9" : "[0-9]",
            'w' => inClass ? "a-zA-Z0-9_" : "[a-zA-Z0-9_]",
            's' => inClass ? @" \t\n\v\f\r" : @"[ \t\n\v\f\r]",
            'D' => inClass ? @"\x00-/:-\uFFFF" : "[^0-9]",
            'W' => inClass ? @"\x00-/:-@\[-\^`{-\uFFFF" : "[^a-zA-Z0-9_]",
            'S' => inClass ? @"\x00-\x08\x0E-\x1F!-\uFFFF" : @"[^ \t\n\v\f\r]",
            'h' => inClass ? @"\t\p{Zs}" : @"[\t\p{Zs}]",
            'v' => inClass ? VerticalSpace : $"[{VerticalSpace}]",
            'R' when !inClass => $@"(?:\r\n|[{VerticalSpace}])",
            'N' when !inClass => @"[^\n]",
            '_' => "_",
            _ => null,
        };
        if (replacement is not null)
        {
            _output.Append(replacement);
            _position += 2;
        }
        else if (letter == 'Q')
        {
            CopyQuoted();
        }
        else if (letter == 'x' && _position + 2 < _pattern.Length && _pattern[_position + 2] == '{')
        {
            TranslateCodePoint(inClass);
        }
        else
        {
            Copy(2);
        }
    }

    private void CopyQuoted()
    {
        var start = _position + 2;
        var end = _pattern.IndexOf(@"\E", start, StringComparison.Ordinal);
        var literal = _pattern[start..(end < 0 ? _pattern.Length : end)];

        // Escape leaves these two, which end and span classes.
        _output.Append(Regex.Escape(literal).Replace("]", @"\]", StringComparison.Ordinal).Replace("-", @"\-", StringComparison.Ordinal));
        _position = end < 0 ? _pattern.Length : end + 2;
    }

    private void TranslateCodePoint(bool inClass)
    {
        var end = _pattern.IndexOf('}', _position);
        var digits = end < 0 ? default : _pattern.AsSpan(_position + 3, end - _position - 3);
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint)
            || !Rune.TryCreate(codePoint, out var rune) || (inClass && !rune.IsBmp))
        {
            throw Invalid(@"Regular expression is invalid: code point in \x{} is not usable here");
        }

        _output.Append(rune.IsBmp ? $"\\u{codePoint:X4}" : $"(?:{rune})");
        _position = end + 1;
    }
}
