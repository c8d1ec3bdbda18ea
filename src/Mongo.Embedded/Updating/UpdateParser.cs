using System.Collections.Frozen;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Parses a document of update operators into one tree, with MongoDB's refusals.</summary>
internal static class UpdateParser
{
    private static readonly FrozenSet<string> s_operators =
        new[] { "$set", "$setOnInsert", "$unset", "$inc", "$min", "$max", "$mul", "$push", "$addToSet", "$pop", "$pull", "$pullAll" }.ToFrozenSet();

    internal static UpdateNode Parse(BsonDocument update)
    {
        var root = UpdateNode.NewRoot();
        var reader = new BsonReader(update.Span);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            if (!s_operators.Contains(name))
            {
                throw UnknownOperator(name);
            }

            if (reader.ElementType != BsonType.Document)
            {
                throw new StoreException(
                    StoreErrorCode.FailedToParse,
                    $"Modifiers operate on fields but we found type {reader.ElementType} instead. For example: {{$mod: {{<field>: ...}}}} not {{{name}: <value>}}");
            }

            AddAll(root, name, reader.ValueSpan);
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

    private static void AddAll(UpdateNode root, string name, ReadOnlySpan<byte> fields)
    {
        var reader = new BsonReader(fields);
        while (reader.Read())
        {
            var path = FieldPath.Parse(reader.NameSpan);
            CheckPath(path);
            CheckNesting(path, reader.Value);
            if (!root.TryAdd(path, ParseModifier(name, path, reader.Value), out var conflict))
            {
                throw new StoreException(StoreErrorCode.ConflictingUpdateOperators, $"Updating the path '{path}' would create a conflict at '{conflict}'");
            }
        }
    }

    private static Modifier ParseModifier(string name, FieldPath path, BsonValue argument)
    {
        if (name == "$inc" && !argument.IsNumber)
        {
            throw new StoreException(StoreErrorCode.TypeMismatch, $"Cannot increment with non-numeric argument: {{{path}: <{argument.Type}>}}");
        }

        return name switch
        {
            "$set" => new Modifier(ModifierKind.Set, Operand.From(argument)),
            "$setOnInsert" => new Modifier(ModifierKind.SetOnInsert, Operand.From(argument)),
            "$unset" => new Modifier(ModifierKind.Unset, Operand.From(argument)),
            "$inc" => new Modifier(ModifierKind.Increment, Operand.From(argument)),
            _ => Modifier.Of(ValueChangeParser.Parse(name, argument)),
        };
    }

    private static StoreException UnknownOperator(string name) =>
        new(StoreErrorCode.FailedToParse, $"Unknown modifier: {name}. Expected a valid update modifier or pipeline-style update specified as an array");

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
