using OwnedData.Schema.Api;

namespace OwnedData.Server.ModelInference;

/// <summary>Makes names for a model out of names that are stored, none twice and none that the server makes itself.</summary>
internal sealed class DraftNames
{
    private readonly HashSet<string> _types = [.. ApiNames.ReservedTypes];
    private readonly HashSet<string> _queries = [.. ApiNames.ReservedQueryFields];

    /// <summary>`blog-posts` → `BlogPost`, with the `plural` to write where the language has none.</summary>
    public (string Type, string? Plural) Stored(string collection)
    {
        var stem = Pascal(Singular(collection));
        for (var attempt = 1; ; attempt++)
        {
            var name = Numbered(stem, attempt);
            var (one, many) = (ApiNames.CamelCase(name), Plurals.OfType(name));
            var plural = one == many ? $"{one}List" : null;
            if (!_queries.Contains(one) && !_queries.Contains(plural ?? many) && TryClaim([name, .. ApiNames.OfStoredType(name)]))
            {
                _queries.Add(one);
                _queries.Add(plural ?? many);
                return (name, plural);
            }
        }
    }

    /// <summary>Of an object in a field: `Note` and `place` → `NotePlace`.</summary>
    public string Embedded(string parent, string field) => Claim(parent + Pascal(field), ApiNames.OfEmbeddedType);

    public string Enumeration(string parent, string field) => Claim(parent + Pascal(field), name => [ApiNames.OperationFilterInput(name)]);

    /// <summary>For each stored name itself, where GraphQL and the server take it, else the nearest that they take.</summary>
    public static Dictionary<string, string> Fields(IReadOnlyCollection<string> stored)
    {
        var names = stored.Where(IsFree).ToDictionary(name => name, name => name, StringComparer.Ordinal);
        var taken = names.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var name in stored.Where(name => !IsFree(name)))
        {
            var pascal = Pascal(name);
            var stem = IsName(name) ? $"{name}Field" : char.ToLowerInvariant(pascal[0]) + pascal[1..];
            var attempt = 1;
            while (!taken.Add(Numbered(stem, attempt)))
            {
                attempt++;
            }

            names.Add(name, Numbered(stem, attempt));
        }

        return names;
    }

    /// <summary>Whether GraphQL takes it as a name that isn't its own.</summary>
    public static bool IsName(string text) =>
        text.Length > 0
        && !char.IsAsciiDigit(text[0])
        && !text.StartsWith("__", StringComparison.Ordinal)
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    // `version` and `ifVersion` would be in the way of `@versioned`.
    private static bool IsFree(string name) => IsName(name) && name is not ("id" or "and" or "or" or "can" or "version" or "ifVersion");

    private string Claim(string stem, Func<string, IEnumerable<string>> made)
    {
        for (var attempt = 1; ; attempt++)
        {
            var name = Numbered(stem, attempt);
            if (TryClaim([name, .. made(name)]))
            {
                return name;
            }
        }
    }

    private bool TryClaim(IReadOnlyCollection<string> names)
    {
        var isFree = !names.Any(_types.Contains);
        if (isFree)
        {
            _types.UnionWith(names);
        }

        return isFree;
    }

    private static string Numbered(string stem, int attempt) => attempt == 1 ? stem : $"{stem}{attempt}";

    // What isn't a letter or digit of ASCII parts words.
    private static string Pascal(string text)
    {
        var words = new string([.. text.Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : "Field" + name;
    }

    private static string Singular(string name) => name switch
    {
        _ when EndsWith(name, "people") => name[..^5] + "erson",
        _ when EndsWith(name, "children") => name[..^3],
        _ when EndsWith(name, "women") || (EndsWith(name, "men") && name.Length == 3) => name[..^2] + "an",
        _ when EndsWith(name, "series") || EndsWith(name, "species") || EndsWith(name, "news") => name,
        _ when EndsWith(name, "ies") && name.Length > 4 => name[..^3] + "y",
        _ when EndsWith(name, "sses") || EndsWith(name, "shes") || EndsWith(name, "ches") || EndsWith(name, "xes") || EndsWith(name, "tuses") => name[..^2],
        _ when EndsWith(name, "ss") || EndsWith(name, "us") || EndsWith(name, "is") || name.Length < 2 => name,
        _ when EndsWith(name, "s") => name[..^1],
        _ => name,
    };

    private static bool EndsWith(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
