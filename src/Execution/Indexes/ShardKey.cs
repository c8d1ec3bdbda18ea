using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Indexes;

/// <summary>What a collection may be sharded by: the stored paths whose values every command on it names, whoever sends it.</summary>
public static class ShardKey
{
    /// <summary>
    /// The tenant's paths and the owner's, where both are in every command; the tenant's alone where there are further ways in; none where no path is in all of
    /// them, or where what is unique could not be kept so across shards.
    /// </summary>
    public static ImmutableArray<string> Of(StoredType type)
    {
        if (type.Indexes.IsEmpty)
        {
            return [];
        }

        var named = PathsOf(type.Indexes[0], type.Indexes[0].PrefixLength).TakeWhile(path => IsInEveryCommand(type, path)).ToImmutableArray();
        return type.Indexes.Where(index => index.IsUnique).All(index => PathsOf(index, named.Length).SequenceEqual(named)) ? named : [];
    }

    /// <summary>The paths as a key of MongoDB's, ascending.</summary>
    public static BsonDocument ToDocument(ImmutableArray<string> paths)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        foreach (var path in paths)
        {
            writer.WriteInt32(Encoding.UTF8.GetBytes(path), 1);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static string[] PathsOf(IndexDefinition index, int length) => [.. index.Keys.Take(length).Select(key => key.StoredPath)];

    // The owner's, where nobody else has a way in, or one by which a rule narrows every operation: both are stamped on create, and in the command of each other.
    private static bool IsInEveryCommand(StoredType type, string path) =>
        (type.Access.IsOwnersAlone && type.Access.Owner!.StoredField == path)
        || type.Access.Restricts.Any(rule => rule.On.Length == Enum.GetValues<AccessOperation>().Length && Names(rule.Where, path));

    private static bool Names(Condition condition, string path) =>
        condition is AllOf all ? all.Conditions.Any(member => Names(member, path)) : condition is Comparison { Operation: "eq" } comparison && comparison.Path.Stored == path;
}
