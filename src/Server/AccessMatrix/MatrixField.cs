using System.Collections.Immutable;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessMatrix;

/// <summary>A field that takes more than its type does: a gate of its own, as far as the API has the field.</summary>
/// <param name="Path">From the type, joined by dots.</param>
/// <param name="Operations">Of those that are published, the ones that the gate guards.</param>
/// <param name="Need">What the viewer must hold beside what the type takes.</param>
internal sealed record MatrixField(string Path, ImmutableArray<AccessOperation> Operations, MatrixNeed Need)
{
    /// <param name="type">A stored type.</param>
    /// <param name="published">The operations that the API has for it.</param>
    public static ImmutableArray<MatrixField> Of(StoredType type, ImmutableArray<AccessOperation> published)
    {
        var found = ImmutableArray.CreateBuilder<MatrixField>();
        Collect(type, "", published, [], found);
        return found.ToImmutable();
    }

    private static void Collect(
        ModelType type, string prefix, ImmutableArray<AccessOperation> open, ImmutableArray<ModelType> above, ImmutableArray<MatrixField>.Builder found)
    {
        foreach (var field in type.Fields.Where(field => !field.IsInternal))
        {
            var path = prefix + field.Name;
            ImmutableArray<AccessOperation> has = [.. open.Where(operation => IsIn(field, operation))];
            found.AddRange(
                from gate in field.Gates
                let guarded = has.Where(gate.On.Contains).ToImmutableArray()
                where !guarded.IsEmpty
                select new MatrixField(path, guarded, MatrixNeed.Of(gate)));

            // Objects may hold objects of their own type, and those say the same again.
            if (ObjectOf(field.Type) is { } inner && !above.Contains(inner))
            {
                Collect(inner, path + ".", has, above.Add(inner), found);
            }
        }
    }

    private static bool IsIn(ModelField field, AccessOperation operation) => operation switch
    {
        AccessOperation.Read => true,
        AccessOperation.Create => field.IsInCreateInput,
        AccessOperation.Update => field.IsInUpdateInput,
        _ => false,
    };

    private static EmbeddedType? ObjectOf(FieldType type) => type switch
    {
        EmbeddedFieldType embedded => embedded.Object,
        ListFieldType list => ObjectOf(list.Element),
        _ => null,
    };
}
