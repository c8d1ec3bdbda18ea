using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Parses a document of update operators into one tree, with MongoDB's refusals.</summary>
internal static class UpdateParser
{
    internal static UpdateNode Parse(BsonDocument update)
    {
        var root = UpdateNode.NewRoot();
        var reader = new BsonReader(update.Span);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            var kind = name switch
            {
                "$set" => ModifierKind.Set,
                "$setOnInsert" => ModifierKind.SetOnInsert,
                "$unset" => ModifierKind.Unset,
                "$inc" => ModifierKind.Increment,
                _ => throw new StoreException(
                    StoreErrorCode.FailedToParse,
                    $"Unknown modifier: {name}. Expected a valid update modifier or pipeline-style update specified as an array"),
            };
            if (reader.ElementType != BsonType.Document)
            {
                throw new StoreException(
                    StoreErrorCode.FailedToParse,
                    $"Modifiers operate on fields but we found type {reader.ElementType} instead. For example: {{$mod: {{<field>: ...}}}} not {{{name}: <value>}}");
            }

            AddAll(root, kind, reader.ValueSpan);
        }

        return root;
    }

    /// <summary>Refuses what would make documents nested deeper than MongoDB stores.</summary>
    internal static void CheckNesting(FieldPath path, BsonValue value)
    {
        if (!IsWithin(value.Type, value.Bytes, BsonValidator.DefaultMaxDepth - path.Length))
        {
            throw new StoreException(StoreErrorCode.Overflow, $"The update would nest documents deeper than {BsonValidator.DefaultMaxDepth} levels at '{path}'");
        }
    }

    private static void AddAll(UpdateNode root, ModifierKind kind, ReadOnlySpan<byte> fields)
    {
        var reader = new BsonReader(fields);
        while (reader.Read())
        {
            var path = FieldPath.Parse(reader.NameSpan);
            CheckPath(path);
            CheckNesting(path, reader.Value);
            if (kind == ModifierKind.Increment && !reader.Value.IsNumber)
            {
                throw new StoreException(StoreErrorCode.TypeMismatch, $"Cannot increment with non-numeric argument: {{{path}: <{reader.ElementType}>}}");
            }

            if (!root.TryAdd(path, new Modifier(kind, Operand.From(reader.Value)), out var conflict))
            {
                throw new StoreException(StoreErrorCode.ConflictingUpdateOperators, $"Updating the path '{path}' would create a conflict at '{conflict}'");
            }
        }
    }

    private static void CheckPath(FieldPath path)
    {
        if (path.Text.Length == 0)
        {
            throw new StoreException(StoreErrorCode.EmptyFieldName, "An empty update path is not valid.");
        }

        for (var i = 0; i < path.Length; i++)
        {
            switch (path[i])
            {
                case []:
                    throw new StoreException(StoreErrorCode.EmptyFieldName, $"The update path '{path}' contains an empty field name, which is not allowed.");
                case [(byte)'$'] or [(byte)'$', (byte)'[', ..]:
                    throw new StoreException(StoreErrorCode.BadValue, $"The embedded store does not support positional operators in update paths: '{path}'");
                case [(byte)'$', ..]:
                    throw new StoreException(
                        StoreErrorCode.DollarPrefixedFieldName,
                        $"The dollar ($) prefixed field '{Encoding.UTF8.GetString(path[i])}' in '{path}' is not allowed in the context of an update.");
                default:
                    break;
            }
        }
    }

    private static bool IsWithin(BsonType type, ReadOnlySpan<byte> value, int levelsLeft)
    {
        if (type is not (BsonType.Document or BsonType.Array))
        {
            return levelsLeft >= 0;
        }

        var reader = new BsonReader(value);
        while (reader.Read())
        {
            if (levelsLeft <= 0 || !IsWithin(reader.ElementType, reader.ValueSpan, levelsLeft - 1))
            {
                return false;
            }
        }

        return levelsLeft > 0;
    }
}
