using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>The total order of a page: what the client asked for, and `_id` as the last key, so that no two documents are equal.</summary>
internal sealed class PageOrder
{
    private PageOrder(StoredType type, ImmutableArray<OrderKey> keys)
    {
        Keys = keys;
        Name = $"{type.Name}({string.Join(',', keys.Select(key => (key.IsDescending ? "-" : "") + key.StoredPath))})";
    }

    public ImmutableArray<OrderKey> Keys { get; }

    /// <summary>Names type and order: what a cursor is bound to.</summary>
    public string Name { get; }

    /// <summary>From the coerced `order` argument; null and empty entries say nothing.</summary>
    public static Outcome<PageOrder> Create(StoredType type, object? order, Viewer viewer)
    {
        var keys = ImmutableArray.CreateBuilder<OrderKey>();
        if (order is IReadOnlyList<object?> entries)
        {
            foreach (var entry in entries.OfType<InputObject>())
            {
                if (Add(keys, entry, type, path: "", viewer) is { } error)
                {
                    return error;
                }
            }
        }

        if (!keys.Any(key => key.StoredPath == "_id"))
        {
            keys.Add(new OrderKey("_id", IsReverseOfIndex(type, keys)));
        }

        return new PageOrder(type, keys.ToImmutable());
    }

    /// <summary>The sort specification; reversed for a page that is read from its end.</summary>
    public BsonDocument ToSort(bool isReversed)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        foreach (var key in Keys)
        {
            writer.WriteInt32(Encoding.UTF8.GetBytes(key.StoredPath), key.IsDescending == isReversed ? 1 : -1);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static GraphQLError? Add(ImmutableArray<OrderKey>.Builder keys, InputObject entry, ModelType type, string path, Viewer viewer)
    {
        var given = entry.Where(field => field.Value is not null).ToList();
        if (given.Count > 1)
        {
            return new GraphQLError(
                ErrorCatalog.InvalidOrder,
                $"An entry of `order` names {given.Count} fields ({string.Join(", ", given.Select(field => field.Key))}). "
                + $"Write one field an entry: order: [{string.Join(", ", given.Select(field => $"{{ {field.Key}: … }}"))}].",
                []);
        }

        foreach (var (name, value) in given)
        {
            if (name == "id" && path.Length == 0)
            {
                AddKey(keys, new OrderKey("_id", Equals(value, "DESC")));
            }
            else if (type.TryGetField(name, out var field))
            {
                if (FieldAccess.Check(field, AccessOperation.Read, viewer) is { } refused)
                {
                    return refused;
                }

                if (field.Type is EmbeddedFieldType embedded)
                {
                    return Add(keys, (InputObject)value!, embedded.Object, path + field.StoredName + ".", viewer);
                }

                AddKey(keys, new OrderKey(path + field.StoredName, Equals(value, "DESC")));
            }
        }

        return null;
    }

    // An index serves its reverse as well, but then its `_id` turns, too: with the other tie-breaker every page would be sorted anew.
    private static bool IsReverseOfIndex(StoredType type, ImmutableArray<OrderKey>.Builder keys)
    {
        return keys.Count > 0 && type.Indexes.Any(index =>
            !index.IsUnique
            && index.Keys.Length == index.PrefixLength + keys.Count + 1
            && index.Keys[index.PrefixLength..^1].Zip(keys).All(pair => pair.First.StoredPath == pair.Second.StoredPath && pair.First.IsDescending != pair.Second.IsDescending));
    }

    // A path that comes again changes nothing: the first one has decided already. After `_id` nothing is left to decide.
    private static void AddKey(ImmutableArray<OrderKey>.Builder keys, OrderKey key)
    {
        if (!keys.Any(known => known.StoredPath == key.StoredPath || known.StoredPath == "_id"))
        {
            keys.Add(key);
        }
    }
}
