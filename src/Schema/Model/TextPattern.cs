using System.Text;
using System.Text.RegularExpressions;

namespace OwnedData.Schema.Model;

/// <summary>
/// The regular expression of a `@constraint`. It runs in time linear in the text (<see cref="RegexOptions.NonBacktracking"/>), and
/// `$` means the end of the text: .NET's also matches before a last line break, which lets "CH\n" pass as `^[A-Z]{2}$`.
/// </summary>
public sealed class TextPattern
{
    private readonly string _text;
    private readonly Regex _regex;

    /// <summary>Throws <see cref="ArgumentException"/> for what is no pattern, <see cref="NotSupportedException"/> for what is not linear.</summary>
    public TextPattern(string text)
    {
        _text = text;

        // Tried as written first, so that what is wrong with it is told of the text that its author knows.
        _ = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        _regex = new Regex(EndAtTheEnd(text), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    public bool IsMatch(string text) => _regex.IsMatch(text);

    /// <summary>The pattern as written in the model.</summary>
    public override string ToString() => _text;

    private static string EndAtTheEnd(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 2);
        var classDepth = 0;
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character == '\\' && index + 1 < pattern.Length)
            {
                result.Append(character).Append(pattern[++index]);
                continue;
            }

            // Inside brackets only a subtraction, `[a-z-[aeiou]]`, opens another pair; `]` right after the opening is a member.
            if (character == '[' && (classDepth == 0 || pattern[index - 1] == '-'))
            {
                classDepth++;
                var member = index + 1 < pattern.Length && pattern[index + 1] == '^' ? index + 2 : index + 1;
                if (member < pattern.Length && pattern[member] == ']')
                {
                    result.Append(pattern, index, member - index + 1);
                    index = member;
                    continue;
                }
            }
            else if (character == ']' && classDepth > 0)
            {
                classDepth--;
            }

            _ = character == '$' && classDepth == 0 ? result.Append(@"\z") : result.Append(character);
        }

        return result.ToString();
    }
}
