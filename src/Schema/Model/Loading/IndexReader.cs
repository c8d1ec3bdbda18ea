using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>
/// Reads `@index` and `@unique` of a stored type. Every index starts with what a rule asks for, since every command does: see
/// <see cref="IndexFamilies"/>.
/// </summary>
/// <param name="declaration">The type as written.</param>
/// <param name="type">The type that gets the indexes.</param>
/// <param name="inverted">The references of all types that are read from their other side.</param>
internal sealed class IndexReader(TypeDeclaration declaration, StoredType type, IReadOnlySet<ModelField> inverted)
{
    // MongoDB's limits are 32 keys an index and 64 indexes a collection, its own on `_id` included; the rules' fields and `_id` take some.
    private const int MostKeys = 32;
    private const int MostIndexes = 63;

    private readonly ImmutableArray<IndexFamily> _families = IndexFamilies.Of(type.Access);
    private readonly List<IndexDefinition> _indexes = [];
    private int _written;

    private int MostFields => MostKeys - 1 - Math.Max(1, _families.Max(family => family.Paths.Length));

    /// <summary>Sets the type's indexes: the default order's first, then as written.</summary>
    public void Read(IReadOnlyList<FieldDeclaration> fields)
    {
        AddForEachFamily([], hasList: false, ["id"], IndexPurpose.DefaultOrder);
        foreach (var field in type.Fields.Where(inverted.Contains))
        {
            AddForEachFamily([new IndexKey(field.StoredName, IsDescending: false)], hasList: false, [field.Name], IndexPurpose.Reference);
        }

        foreach (var name in new[] { "index", "unique" })
        {
            foreach (var directive in declaration.Directives.All(name))
            {
                ReadOnType(directive, name == "unique");
            }

            foreach (var field in fields)
            {
                if (field.Directives.Find(name) is { } directive)
                {
                    ReadKeys([(directive.Node.Location, field.Field.Name)], name == "unique");
                }
            }
        }

        if (_indexes.Count > MostIndexes)
        {
            var reason = _families.Length == 1 ? "" : $": {_written} that are asked for, each for every one of {_families.Length} ways in by `@allow` and `@owned`";
            declaration.Errors.Report(
                declaration.Node.Name,
                $"`{type.Name}` has {_indexes.Count} indexes{reason}.",
                $"Write fewer{(_families.Length == 1 ? "" : " of either")}: MongoDB takes {MostIndexes}.");
        }

        type.Indexes = [.. _indexes];
    }

    private void ReadOnType(AppliedDirective directive, bool isUnique)
    {
        var fields = directive.Texts("fields");
        if (directive.Value("fields") is null)
        {
            return;
        }

        if (fields.Length == 0 || fields.Length > MostFields)
        {
            declaration.Errors.Report(
                directive.At("fields"),
                $"`fields` has {fields.Length} entries.",
                $"Write 1 to {MostFields}, such as `[\"pinned\", \"updatedAt:desc\"]`.");
            return;
        }

        ReadKeys([.. fields.Select(node => (node.Location, node.Value))], isUnique);
    }

    private void ReadKeys(ImmutableArray<(Location At, string Text)> written, bool isUnique)
    {
        var keys = ImmutableArray.CreateBuilder<IndexKey>();
        var paths = ImmutableArray.CreateBuilder<string>();
        var lists = 0;
        foreach (var (at, text) in written)
        {
            var (path, isDescending) = ReadDirection(at, text);
            if (ResolvePath(at, path, isUnique, ref lists) is not { } storedPath)
            {
                continue;
            }

            if (paths.Contains(path))
            {
                declaration.Errors.Report(at, $"`{path}` is in this index twice.", "Remove one of them.");
                continue;
            }

            paths.Add(path);
            keys.Add(new IndexKey(storedPath, isDescending));
        }

        if (keys.Count < written.Length)
        {
            return;
        }

        if (isUnique)
        {
            AddUnique(written[0].At, keys.ToImmutable(), paths.ToImmutable());
        }
        else
        {
            AddForEachFamily(keys.ToImmutable(), lists > 0, paths.ToImmutable(), IndexPurpose.Index);
        }
    }

    private (string Path, bool IsDescending) ReadDirection(Location at, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return (text, false);
        }

        var direction = text[(colon + 1)..];
        if (direction is not ("asc" or "desc"))
        {
            declaration.Errors.Report(at, $"`:{direction}` is no direction.", "Write `:asc` or `:desc`, or nothing for `:asc`.");
        }

        return (text[..colon], direction == "desc");
    }

    private string? ResolvePath(Location at, string path, bool isUnique, ref int lists)
    {
        ModelType current = type;
        var stored = new List<string>();
        FieldType? leaf = null;
        foreach (var name in path.Split('.'))
        {
            if (leaf is not null && !TryEnter(ref leaf, ref current))
            {
                declaration.Errors.Report(at, $"`{path}` leads into `{stored[^1]}`, which is no embedded object.", "Write the path of a field.");
                return null;
            }

            if (!current.TryGetField(name, out var field))
            {
                ReportUnknown(at, name, current);
                return null;
            }

            stored.Add(field.StoredName);
            leaf = field.Type;
            if (leaf is ListFieldType)
            {
                lists++;
            }

            if (isUnique && leaf.IsNullable)
            {
                declaration.Errors.Report(
                    at,
                    $"`{path}` can be null, and two documents without a value would count as equal.",
                    "Write `!` behind its type, or remove `@unique`.");
                return null;
            }
        }

        return CheckLeaf(at, path, leaf!, isUnique, lists) ? string.Join('.', stored) : null;
    }

    private static bool TryEnter(ref FieldType leaf, ref ModelType current)
    {
        while (leaf is ListFieldType list)
        {
            leaf = list.Element;
        }

        if (leaf is not EmbeddedFieldType embedded)
        {
            return false;
        }

        current = embedded.Object;
        return true;
    }

    private void ReportUnknown(Location at, string name, ModelType current)
    {
        if (name == "id" && current == type)
        {
            declaration.Errors.Report(at, "`id` ends every index by itself.", "Remove it.");
            return;
        }

        var names = current.Fields.Select(field => field.Name).ToArray();
        declaration.Errors.Report(
            at,
            $"`{current.Name}` has no field `{name}`.",
            Spelling.Remedy(name, names, "", $"Write one of {string.Join(", ", names)}."));
    }

    private bool CheckLeaf(Location at, string path, FieldType leaf, bool isUnique, int lists)
    {
        var element = leaf is ListFieldType list ? list.Element : leaf;
        if (element is not (EnumFieldType or ReferenceFieldType or ScalarFieldType { Kind: not ScalarKind.JSON }))
        {
            declaration.Errors.Report(
                at,
                $"`{path}` holds no plain value.",
                "Write the path of a scalar or enum field, such as `\"place.city\"`; JSON and objects can't be indexed.");
            return false;
        }

        if (lists > (isUnique ? 0 : 1))
        {
            var message = isUnique
                ? $"`{path}` is in a list, and `@unique` is about one value of a document."
                : $"`{path}` is the second list in this index, and MongoDB takes one.";
            declaration.Errors.Report(at, message, isUnique ? "Remove it." : "Write an index for each list.");
            return false;
        }

        return true;
    }

    private void AddForEachFamily(ImmutableArray<IndexKey> keys, bool hasList, ImmutableArray<string> fields, IndexPurpose purpose)
    {
        _written++;
        foreach (var family in _families.Where(family => !(hasList && family.HasList)))
        {
            var own = keys.Where(key => !family.Paths.Contains(key.StoredPath));
            Add(family.Paths, [.. own, new IndexKey("_id", IsDescending: false)], fields, purpose, family.Rules);
        }
    }

    private void AddUnique(Location at, ImmutableArray<IndexKey> keys, ImmutableArray<string> written)
    {
        _written++;
        ImmutableArray<string> fields = [.. written.Where(path => !type.Fields.Any(field => field.IsInternal && field.Name == path))];
        if (type.Access.Owner is { } owner)
        {
            if (!UniqueCheck.IsHarmlessForOwners(type, keys))
            {
                declaration.Errors.Report(
                    at,
                    $"A value that is taken would tell whoever may change another's {type.Name} what else its owner has.",
                    "Write `@writeOnce` at the field, or let only the owner update.");
            }

            // The owner's way in is always the first.
            Add([owner.StoredField], keys, fields, IndexPurpose.Unique, [type.Access.Allows[0].Origin]);
            return;
        }

        if (!UniqueCheck.IsHarmless(type.Access, keys))
        {
            declaration.Errors.Report(
                at,
                $"A value that is taken would tell of a {type.Name} that the caller may not read.",
                "Write `@owned`, so that it is unique for each owner, or let whoever writes read all of them.");
        }

        Add([], keys, fields, IndexPurpose.Unique, []);
    }

    private void Add(
        ImmutableArray<string> prefix, ImmutableArray<IndexKey> own, ImmutableArray<string> fields, IndexPurpose purpose, ImmutableArray<RuleOrigin> rules)
    {
        var isUnique = purpose == IndexPurpose.Unique;
        ImmutableArray<IndexKey> keys = [.. prefix.Select(path => new IndexKey(path, IsDescending: false)), .. own];
        var isByIdAlone = keys.Length == 1 && keys[0].StoredPath == "_id"; // MongoDB has that one by itself.
        if (isByIdAlone || _indexes.Exists(index => index.IsUnique == isUnique && index.Keys.SequenceEqual(keys)))
        {
            return;
        }

        // MongoDB's own pattern for names. Fields named like `a_1_b` could make two of them equal.
        var name = string.Join('_', keys.Select(key => $"{key.StoredPath}_{(key.IsDescending ? "-1" : "1")}"));
        while (_indexes.Exists(index => index.Name == name))
        {
            name += "_";
        }

        _indexes.Add(new IndexDefinition(name, keys, prefix.Length, isUnique, fields, purpose, rules));
    }
}
