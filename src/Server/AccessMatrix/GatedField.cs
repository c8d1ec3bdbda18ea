using System.Collections.Immutable;
using System.Text.Json;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessMatrix;

/// <summary>A field that takes more than its type does: a gate of its own, as far as the API has the field.</summary>
/// <param name="Steps">From the type to the field, through embedded objects.</param>
/// <param name="Operations">Of those that are published, the ones that the gate guards.</param>
/// <param name="Gate">What the viewer must hold beside what the type takes.</param>
internal sealed record GatedField(ImmutableArray<ModelField> Steps, ImmutableArray<AccessOperation> Operations, Gate Gate)
{
    public string Path { get; } = string.Join('.', Steps.Select(step => step.Name));

    public static ImmutableArray<GatedField> Of(StoredType type)
    {
        var found = ImmutableArray.CreateBuilder<GatedField>();
        Collect(type, [], [.. MatrixRow.AllOperations.Where(operation => IsPublished(type, operation))], found);
        return found.ToImmutable();
    }

    /// <summary>The API has an operation when a rule opens it.</summary>
    public static bool IsPublished(StoredType type, AccessOperation operation) => type.Access.Allows.Any(rule => rule.On.Contains(operation));

    /// <summary>Whether reading a field of that path passes here.</summary>
    public bool IsReadBy(string path) => path == Path || path.StartsWith(Path + ".", StringComparison.Ordinal);

    /// <summary>Whether an input gives the field, null or not.</summary>
    public bool IsGivenBy(JsonElement input) => IsGivenBy(input, Steps.AsSpan());

    /// <summary>The objects that a field holds, one or a list of them; null for none.</summary>
    public static EmbeddedType? ObjectOf(FieldType type) => type switch
    {
        EmbeddedFieldType embedded => embedded.Object,
        ListFieldType list => ObjectOf(list.Element),
        _ => null,
    };

    private static bool IsGivenBy(JsonElement value, ReadOnlySpan<ModelField> steps)
    {
        if (steps.IsEmpty)
        {
            return true;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                if (IsGivenBy(item, steps))
                {
                    return true;
                }
            }

            return false;
        }

        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(steps[0].InputName, out var inner) && IsGivenBy(inner, steps[1..]);
    }

    private static void Collect(ModelType type, ImmutableArray<ModelField> above, ImmutableArray<AccessOperation> open, ImmutableArray<GatedField>.Builder found)
    {
        foreach (var field in type.Fields.Where(field => !field.IsInternal))
        {
            var steps = above.Add(field);
            ImmutableArray<AccessOperation> has = [.. open.Where(operation => IsIn(field, operation))];
            found.AddRange(
                from gate in field.Gates
                let guarded = has.Where(gate.On.Contains).ToImmutableArray()
                where !guarded.IsEmpty
                select new GatedField(steps, guarded, gate));

            // Objects may hold objects of their own type, and those say the same again.
            if (ObjectOf(field.Type) is { } inner && !above.Any(step => ObjectOf(step.Type) == inner))
            {
                Collect(inner, steps, has, found);
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
}
