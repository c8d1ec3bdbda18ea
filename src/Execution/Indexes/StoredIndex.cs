using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Indexes;

/// <summary>An index as a store has it: a document of `listIndexes`.</summary>
/// <param name="Name">Unique in the collection.</param>
/// <param name="Keys">Stored paths in order.</param>
/// <param name="IsUnique">Whether no two documents may have equal keys.</param>
/// <param name="Options">What no index of a model has, by name: `sparse`, `expireAfterSeconds`, a key that is `text`. One with any serves no query for sure.</param>
public sealed record StoredIndex(string Name, ImmutableArray<IndexKey> Keys, bool IsUnique, ImmutableArray<string> Options)
{
    // `storageEngine` and `ns` are of other servers and of old ones; `background` was about how it was made.
    private static readonly string[] s_insignificant = ["v", "ns", "background", "storageEngine"];

    /// <summary>The one on `_id`, which every collection has.</summary>
    public bool IsOfId => Name == "_id_";

    public static StoredIndex Read(BsonDocument description)
    {
        var name = "";
        var isUnique = false;
        var keys = ImmutableArray<IndexKey>.Empty;
        var options = ImmutableArray.CreateBuilder<string>();
        var reader = new BsonReader(description.Span);
        while (reader.Read())
        {
            var element = Encoding.UTF8.GetString(reader.NameSpan);
            switch (element)
            {
                case "name" when reader.ElementType == BsonType.String:
                    name = Encoding.UTF8.GetString(reader.Value.AsString());
                    break;
                case "unique":
                    isUnique = IsOn(reader.Value);
                    break;
                case "key" when reader.ElementType == BsonType.Document:
                    keys = ReadKeys(reader.Value.AsDocument(), options);
                    break;
                default:
                    if (IsOn(reader.Value) && !s_insignificant.Contains(element))
                    {
                        options.Add(element);
                    }

                    break;
            }
        }

        return new StoredIndex(name, keys, isUnique, options.ToImmutable());
    }

    /// <summary>Whether it does what the model asks for, under whatever name.</summary>
    public bool Serves(IndexDefinition wanted) => Options.IsEmpty && IsUnique == wanted.IsUnique && Keys.SequenceEqual(wanted.Keys);

    /// <summary>Whether a store refuses to have both.</summary>
    public bool IsInTheWayOf(IndexDefinition wanted) => !Serves(wanted) && (Name == wanted.Name || Keys.SequenceEqual(wanted.Keys));

    private static ImmutableArray<IndexKey> ReadKeys(ReadOnlySpan<byte> pattern, ImmutableArray<string>.Builder options)
    {
        var keys = ImmutableArray.CreateBuilder<IndexKey>();
        var reader = new BsonReader(pattern);
        while (reader.Read())
        {
            if (reader.ElementType == BsonType.String)
            {
                options.Add(Encoding.UTF8.GetString(reader.Value.AsString()));
            }

            keys.Add(new IndexKey(Encoding.UTF8.GetString(reader.NameSpan), IsNegative(reader.Value)));
        }

        return keys.ToImmutable();
    }

    // MongoDB keeps the number as it was given, mongosh gives doubles.
    private static bool IsNegative(BsonValue value) => value.Type switch
    {
        BsonType.Int32 => value.AsInt32() < 0,
        BsonType.Int64 => value.AsInt64() < 0,
        BsonType.Double => value.AsDouble() < 0,
        _ => false,
    };

    private static bool IsOn(BsonValue value) => value.Type != BsonType.Boolean || value.AsBoolean();
}
