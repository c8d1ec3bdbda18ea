using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Indexes;

/// <summary>The index that a find or an aggregate would be quick with and that its type doesn't have: first what the filter fixes, then the order, then ranges.</summary>
/// <param name="Fields">As `@index(fields: …)` takes them.</param>
public sealed record IndexAdvice(ImmutableArray<string> Fields)
{
    // Fewer documents than that are read in no time.
    private const int FewDocuments = 100;

    // A filter without an index that keeps one in ten is no scan to speak of.
    private const int FewTimesReturned = 10;

    private static readonly string[] s_fixing = ["$eq", "$in"];
    private static readonly string[] s_ranging = ["$gt", "$gte", "$lt", "$lte"];

    /// <summary>Null where the type has it, or where no index would help: what stands in `$or`, in `$not` and in lists of objects is not looked at.</summary>
    public static IndexAdvice? For(StoredType type, BsonDocument command)
    {
        var (fixes, ranges, order) = (new List<string>(), new List<string>(), new List<string>());
        ReadCommand(command, fixes, ranges, order);
        HashSet<string> prefix = [.. type.Indexes.SelectMany(index => index.Keys.Take(index.PrefixLength)).Select(key => key.StoredPath), "_id"];
        string[] wanted =
        [
            .. fixes.Concat(order).Concat(ranges).DistinctBy(PathOf).Where(field => !prefix.Contains(PathOf(field))),
        ];
        var fields = wanted.Select(field => Written(type, field)).ToArray();
        return wanted.Length == 0 || Array.Exists(fields, field => field is null) || type.Indexes.Any(index => Begins(index, wanted)) ? null : new IndexAdvice([.. fields!]);
    }

    /// <summary>
    /// What would spare a command its scan; null where it didn't scan, or where no index is known that helps. Where the model has one that does, a scan of the collection shows
    /// that the store lacks it.
    /// </summary>
    public static string? Describe(StoredType type, BsonDocument command, ExplainStatistics statistics) =>
        !IsScan(statistics) ? null
        : For(type, command) is { } advice ? $"{advice} in the model"
        : IsCollectionScan(statistics) && ServingIndex(type, command) is { } index ? $"indexes apply, which makes {index.Name}"
        : null;

    /// <summary>Whether a command read so much more than it gave that the advice is worth to be heard.</summary>
    public static bool IsScan(ExplainStatistics statistics) =>
        IsCollectionScan(statistics) || (statistics.DocumentsExamined > FewDocuments && statistics.DocumentsExamined > FewTimesReturned * Math.Max(1, statistics.Returned));

    /// <summary>Whether a command read a collection of some size without any index.</summary>
    public static bool IsCollectionScan(ExplainStatistics statistics) => statistics.DocumentsExamined > FewDocuments && statistics.Stages.Contains("COLLSCAN");

    /// <summary>The directive, as a model would have it.</summary>
    public override string ToString() => $"@index(fields: [{string.Join(", ", Fields.Select(field => $"\"{field}\""))}])";

    private static IndexDefinition? ServingIndex(StoredType type, BsonDocument command)
    {
        var fixes = new List<string>();
        ReadCommand(command, fixes, [], []);
        return type.Indexes.Where(index => FixedKeys(index) > 0).MaxBy(FixedKeys);

        int FixedKeys(IndexDefinition index) => index.Keys.TakeWhile(key => fixes.Contains(key.StoredPath)).Count();
    }

    private static string PathOf(string field) => field.EndsWith(":desc", StringComparison.Ordinal) ? field[..^5] : field;

    private static bool Begins(IndexDefinition index, string[] wanted) =>
        index.Keys.Skip(index.PrefixLength).Take(wanted.Length).Select(key => key.IsDescending ? $"{key.StoredPath}:desc" : key.StoredPath).SequenceEqual(wanted);

    private static void ReadCommand(BsonDocument command, List<string> fixes, List<string> ranges, List<string> order)
    {
        var reader = new BsonReader(command.Span);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("filter"u8) || reader.NameSpan.SequenceEqual("$match"u8))
            {
                ReadFilter(reader.Value.AsDocument(), fixes, ranges);
            }
            else if (reader.NameSpan.SequenceEqual("sort"u8) || reader.NameSpan.SequenceEqual("$sort"u8))
            {
                ReadOrder(reader.Value.AsDocument(), order);
            }
            else if (reader.NameSpan.SequenceEqual("pipeline"u8))
            {
                // Its stages, and no deeper: a branch of a `$unionWith` is another query.
                var stages = new BsonReader(reader.Value.AsArray());
                while (stages.Read())
                {
                    ReadCommand(new BsonDocument(stages.ValueSpan.ToArray()), fixes, ranges, order);
                }
            }
        }
    }

    // As deep as the filter's `$and`, which the server builds itself.
    private static void ReadFilter(ReadOnlySpan<byte> filter, List<string> fixes, List<string> ranges)
    {
        var reader = new BsonReader(filter);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("$and"u8))
            {
                var members = new BsonReader(reader.Value.AsArray());
                while (members.Read())
                {
                    ReadFilter(members.Value.AsDocument(), fixes, ranges);
                }
            }
            else if (reader.NameSpan is not [(byte)'$', ..])
            {
                var use = UseOf(reader.Value);
                (s_fixing.Contains(use) ? fixes : s_ranging.Contains(use) ? ranges : null)?.Add(Encoding.UTF8.GetString(reader.NameSpan));
            }
        }
    }

    /// <summary>The operator that a field is asked by.</summary>
    private static string UseOf(BsonValue condition)
    {
        if (condition.Type != BsonType.Document)
        {
            return "$eq";
        }

        var reader = new BsonReader(condition.AsDocument());
        return !reader.Read() ? "" : reader.NameSpan is [(byte)'$', ..] ? Encoding.UTF8.GetString(reader.NameSpan) : "$eq";
    }

    private static void ReadOrder(ReadOnlySpan<byte> sort, List<string> order)
    {
        var reader = new BsonReader(sort);
        while (reader.Read())
        {
            var isDescending = reader.ElementType == BsonType.Int32 && reader.Value.AsInt32() < 0;
            order.Add(Encoding.UTF8.GetString(reader.NameSpan) + (isDescending ? ":desc" : ""));
        }
    }

    /// <summary>The path by the names of the model; null where it leads to nothing that can be indexed.</summary>
    private static string? Written(ModelType type, string field)
    {
        var names = new List<string>();
        ModelType? current = type;
        FieldType? leaf = null;
        foreach (var stored in PathOf(field).Split('.'))
        {
            var next = current?.Fields.FirstOrDefault(candidate => candidate.StoredName == stored);
            if (next is null)
            {
                return null;
            }

            names.Add(next.Name);
            leaf = next.Type is ListFieldType list ? list.Element : next.Type;
            current = (leaf as EmbeddedFieldType)?.Object;
        }

        return leaf is ScalarFieldType { Kind: not ScalarKind.JSON } or EnumFieldType or ReferenceFieldType ? string.Join('.', names) + field[PathOf(field).Length..] : null;
    }
}
