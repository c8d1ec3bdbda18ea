using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using OwnedData.Bson;

namespace OwnedData.Execution.Access.Grants;

/// <summary>
/// What one document of the grants collection gives its subject: permissions and roles beside the token's, and named values. A document
/// of the wrong shape gives nothing at all, so that half a document never says more than the whole.
/// </summary>
public sealed class ViewerGrants
{
    /// <summary>Of a subject without a document, or with one of the wrong shape.</summary>
    public static ViewerGrants None { get; } = new();

    private ViewerGrants()
    {
    }

    public FrozenSet<string> Permissions { get; private init; } = [];

    public FrozenSet<string> Roles { get; private init; } = [];

    /// <summary>Everything but `_id`, `permissions` and `roles`, by literal name: single values, and lists of them.</summary>
    public BsonDocument Values { get; private init; }

    /// <summary>The length of the document they come from, for caches; 0 for none.</summary>
    internal int Length { get; private init; }

    /// <summary>False with what is wrong, in words for whoever looks after the documents.</summary>
    public static bool TryRead(BsonDocument document, [NotNullWhen(true)] out ViewerGrants? grants, [NotNullWhen(false)] out string? problem)
    {
        var permissions = FrozenSet<string>.Empty;
        var roles = FrozenSet<string>.Empty;
        using var values = new BsonWriter();
        values.WriteStartDocument();
        var reader = new BsonReader(document.Span);
        grants = null;
        problem = null;
        while (problem is null && reader.Read())
        {
            problem = reader.NameSpan switch
            {
                var name when name.SequenceEqual("_id"u8) => null,
                var name when name.SequenceEqual("permissions"u8) => TryReadNames(reader.Value, out permissions) ? null : "`permissions` is no list of strings",
                var name when name.SequenceEqual("roles"u8) => TryReadNames(reader.Value, out roles) ? null : "`roles` is no list of strings",
                _ => TryCopy(reader, values) ? null : $"`{Encoding.UTF8.GetString(reader.NameSpan)}` is neither a single value nor a list of single values",
            };
        }

        values.WriteEndDocument();
        if (problem is not null)
        {
            return false;
        }

        grants = new ViewerGrants { Permissions = permissions, Roles = roles, Values = values.ToDocument(), Length = document.Span.Length };
        return true;
    }

    /// <summary>The same person with the grants added to what the token says.</summary>
    public Viewer AddTo(Viewer viewer) => this == None ? viewer : new Viewer
    {
        Subject = viewer.Subject,
        Issuer = viewer.Issuer,
        Owner = viewer.Owner,
        Scopes = viewer.Scopes,
        Permissions = Join(viewer.Permissions, Permissions),
        Roles = Join(viewer.Roles, Roles),
        Claims = viewer.Claims,
        Grants = Values,
    };

    // A set takes longer to make than to look up: most viewers have one side only.
    private static FrozenSet<string> Join(FrozenSet<string> held, FrozenSet<string> granted) =>
        granted.Count == 0 ? held
        : held.Count == 0 ? granted
        : held.Union(granted, StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    private static bool TryReadNames(BsonValue value, out FrozenSet<string> names)
    {
        names = [];
        if (value.Type != BsonType.Array)
        {
            return false;
        }

        var found = new List<string>();
        var reader = new BsonReader(value.AsArray());
        while (reader.Read())
        {
            if (reader.ElementType != BsonType.String)
            {
                return false;
            }

            found.Add(Encoding.UTF8.GetString(reader.Value.AsString()));
        }

        names = found.ToFrozenSet(StringComparer.Ordinal);
        return true;
    }

    private static bool TryCopy(BsonReader element, BsonWriter values)
    {
        if (element.ElementType == BsonType.Array)
        {
            var items = new BsonReader(element.Value.AsArray());
            while (items.Read())
            {
                if (!IsSingle(items.ElementType))
                {
                    return false;
                }
            }
        }
        else if (!IsSingle(element.ElementType) && element.ElementType != BsonType.Null)
        {
            return false;
        }

        values.WriteValue(element.NameSpan, element.Value);
        return true;
    }

    private static bool IsSingle(BsonType type) => type is BsonType.String or BsonType.Int32 or BsonType.Int64 or BsonType.Double
        or BsonType.Decimal128 or BsonType.Boolean or BsonType.DateTime or BsonType.ObjectId or BsonType.Binary;
}
