using System.Collections.Frozen;

namespace OwnedData.Schema.Api;

/// <summary>The English plural of a type's name: what the list field is called where `@collection(plural:)` doesn't say.</summary>
public static class Plurals
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["analysis"] = "analyses",
        ["axis"] = "axes",
        ["child"] = "children",
        ["crisis"] = "crises",
        ["criterion"] = "criteria",
        ["datum"] = "data",
        ["diagnosis"] = "diagnoses",
        ["echo"] = "echoes",
        ["foot"] = "feet",
        ["goose"] = "geese",
        ["half"] = "halves",
        ["hero"] = "heroes",
        ["knife"] = "knives",
        ["leaf"] = "leaves",
        ["life"] = "lives",
        ["man"] = "men",
        ["mouse"] = "mice",
        ["ox"] = "oxen",
        ["person"] = "people",
        ["potato"] = "potatoes",
        ["quiz"] = "quizzes",
        ["shelf"] = "shelves",
        ["thesis"] = "theses",
        ["tomato"] = "tomatoes",
        ["tooth"] = "teeth",
        ["wife"] = "wives",
        ["wolf"] = "wolves",
        ["woman"] = "women",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Uncountable = FrozenSet.Create(
        "data", "equipment", "feedback", "fish", "information", "media", "metadata", "money", "news", "series", "sheep", "software", "species");

    /// <summary>`Note` → `notes`, `StoryPerson` → `storyPeople`. Only the last word changes; a word without a plural stays.</summary>
    public static string OfType(string type)
    {
        var name = ApiNames.CamelCase(type);
        var start = Math.Max(0, name.AsSpan().LastIndexOfAnyInRange('A', 'Z'));
        var word = OfWord(name[start..].ToLowerInvariant());
        return start == 0 ? word : string.Concat(name.AsSpan(0, start + 1), word.AsSpan(1));
    }

    private static string OfWord(string word) => word switch
    {
        _ when Irregular.TryGetValue(word, out var plural) => plural,
        _ when Uncountable.Contains(word) => word,
        [.., 'y'] when word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) => word[..^1] + "ies",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => word + "es",
        _ => word + "s",
    };
}
