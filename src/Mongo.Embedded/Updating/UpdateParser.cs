using System.Collections.Frozen;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Parses a document of update operators into one tree, with MongoDB's refusals. Of one use.</summary>
internal sealed class UpdateParser(UpdateOptions options)
{
    private static readonly FrozenSet<string> s_operators = new[]
    {
        "$set", "$setOnInsert", "$unset", "$inc", "$min", "$max", "$mul", "$rename", "$currentDate", "$bit", "$push", "$addToSet", "$pop", "$pull", "$pullAll",
    }.ToFrozenSet();

    private readonly UpdateNode _root = UpdateNode.NewRoot();
    private readonly ArrayFilters _filters = ArrayFilters.Parse(options.ArrayFilters, options.Collation);
    private readonly List<Rename> _renames = [];
    private bool _usesPosition;

    internal OperatorUpdate Parse(ReadOnlySpan<byte> update)
    {
        var reader = new BsonReader(update);
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

            AddAll(name, reader.ValueSpan);
        }

        _filters.CheckUsed();
        return new OperatorUpdate(_root, _renames, _usesPosition);
    }

    /// <summary>Refuses what would make documents nested deeper than MongoDB stores.</summary>
    internal static void CheckNesting(FieldPath path, BsonValue value)
    {
        if (!IsWithin(value.Type, value.Bytes, BsonValidator.DefaultMaxDepth - path.Length))
        {
            throw new StoreException(StoreErrorCode.Overflow, $"The update would nest documents deeper than {BsonValidator.DefaultMaxDepth} levels at '{path}'");
        }
    }

    private void AddAll(string name, ReadOnlySpan<byte> fields)
    {
        var reader = new BsonReader(fields);
        while (reader.Read())
        {
            var path = FieldPath.Parse(reader.NameSpan);
            UpdatePath.Check(path);
            if (name == "$rename")
            {
                AddRename(path, reader.Value);
                continue;
            }

            CheckNesting(path, reader.Value);
            Add(path, ParseModifier(name, path, reader.Value));
        }
    }

    private void AddRename(FieldPath source, BsonValue argument)
    {
        var rename = UpdatePath.RenameOf(source, argument);
        Add(rename.Source, Modifier.OfRename(ModifierKind.RenameFrom, rename.Source));
        Add(rename.Target, Modifier.OfRename(ModifierKind.RenameTo, rename.Source));
        _renames.Add(rename);
    }

    private void Add(FieldPath path, Modifier modifier)
    {
        _usesPosition |= UpdatePath.HasPosition(path);
        if (!_root.TryAdd(path, _filters, modifier, out var conflict))
        {
            throw new StoreException(StoreErrorCode.ConflictingUpdateOperators, $"Updating the path '{path}' would create a conflict at '{conflict}'");
        }
    }

    private Modifier ParseModifier(string name, FieldPath path, BsonValue argument)
    {
        if (name == "$inc" && !argument.IsNumber)
        {
            throw new StoreException(StoreErrorCode.TypeMismatch, $"Cannot increment with non-numeric argument: {{{path}: <{argument.Type}>}}");
        }

        return name switch
        {
            "$set" => new Modifier(ModifierKind.Set, Operand.From(argument)),
            "$setOnInsert" => new Modifier(ModifierKind.SetOnInsert, Operand.From(argument)),
            "$unset" => new Modifier(ModifierKind.Unset, default),
            "$inc" => new Modifier(ModifierKind.Increment, Operand.From(argument)),
            "$currentDate" => new Modifier(ModifierKind.Set, CurrentDate.Parse(argument, options.TimeProvider)),
            _ => Modifier.Of(ValueChangeParser.Parse(name, argument, options.Collation)),
        };
    }

    private static StoreException UnknownOperator(string name) =>
        new(StoreErrorCode.FailedToParse, $"Unknown modifier: {name}. Expected a valid update modifier or pipeline-style update specified as an array");

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
