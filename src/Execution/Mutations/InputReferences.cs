using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Mutations;

/// <summary>
/// The references that an input sets. Each must name a document that the viewer may read: one that is missing, not theirs to see, or no id at
/// all is told in the same words.
/// </summary>
internal sealed class InputReferences
{
    // What one command asks for at most.
    private const int MaximumIds = 1000;

    private static readonly BsonDocument s_idAlone = BsonDocument.Parse("""{ "_id": 1 }""");

    private readonly List<(ImmutableArray<string> Path, StoredType Target, DocumentId? Id)> _references = [];

    private InputReferences()
    {
    }

    public static InputReferences In(InputObject input, ModelType type)
    {
        var references = new InputReferences();
        references.AddObject(input, type, ["input"]);
        return references;
    }

    /// <summary>An error for each that names nothing, in the order of the input; one find for each type that is referred to.</summary>
    public async ValueTask<ImmutableArray<PayloadError>> FindMissingAsync(
        QueryFilter filter, Viewer viewer, DateTimeOffset now, TimeSpan? maxTime, CancellationToken cancellationToken)
    {
        if (_references.Count == 0)
        {
            return [];
        }

        var found = new Dictionary<StoredType, HashSet<StoredId>>();
        foreach (var group in _references.GroupBy(reference => reference.Target, reference => reference.Id))
        {
            var visible = found[group.Key] = new HashSet<StoredId>(StoredIdComparer.Instance);
            if (filter.Rules.Of(group.Key.Collection).GatesOf(AccessOperation.Read).Check(viewer) is not null)
            {
                continue;
            }

            foreach (var ids in group.OfType<DocumentId>().Chunk(MaximumIds))
            {
                var find = new FindCommand(group.Key.Collection) { Filter = FilterOf(ids), Projection = s_idAlone, MaxTime = maxTime };
                await foreach (var batch in filter.FindAsync(find, viewer, now, cancellationToken).ConfigureAwait(false))
                {
                    using (batch)
                    {
                        for (var offset = 0; offset < batch.Length;)
                        {
                            visible.Add(StoredIdOf(batch.Next(ref offset)));
                        }
                    }
                }
            }
        }

        return
        [
            .. _references.Where(reference => reference.Id is not { } id || !found[reference.Target].Contains(StoredIdOf(id.Filter)))
                .Select(reference => new PayloadError("ReferenceNotFoundError", $"There is no {reference.Target.Name} with this id.") { Path = reference.Path }),
        ];
    }

    private void AddObject(InputObject input, ModelType type, ImmutableArray<string> path)
    {
        foreach (var (name, value) in input)
        {
            if (type.TryGetInput(name, out var field))
            {
                AddValue(value, field.Type, path.Add(name));
            }
        }
    }

    private void AddValue(object? value, FieldType type, ImmutableArray<string> path)
    {
        switch (type, value)
        {
            case (ReferenceFieldType reference, string id):
                _references.Add((path, reference.Target, DocumentId.Parse(id, reference.Target)));
                break;
            case (EmbeddedFieldType embedded, InputObject nested):
                AddObject(nested, embedded.Object, path);
                break;
            case (ListFieldType list, IReadOnlyList<object?> items) when list.Element is not ScalarFieldType:
                for (var index = 0; index < items.Count; index++)
                {
                    AddValue(items[index], list.Element, path.Add(index.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                }

                break;
        }
    }

    private static StoredId StoredIdOf(BsonDocument document)
    {
        document.TryGetValue("_id"u8, out var id);
        return new StoredId(id.Type, id.Bytes.ToArray());
    }

    private static BsonDocument FilterOf(DocumentId[] ids)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartDocument("_id"u8);
        writer.WriteStartArray("$in"u8);
        foreach (var id in ids)
        {
            id.WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
