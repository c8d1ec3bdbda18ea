using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>What a path of an update may look like, with MongoDB's refusals.</summary>
internal static class UpdatePath
{
    internal static void Check(FieldPath path)
    {
        if (path.Text.Length == 0)
        {
            throw new StoreException(StoreErrorCode.EmptyFieldName, "An empty update path is not valid.");
        }

        var positions = 0;
        for (var i = 0; i < path.Length; i++)
        {
            switch (path[i])
            {
                case []:
                    throw new StoreException(StoreErrorCode.EmptyFieldName, $"The update path '{path}' contains an empty field name, which is not allowed.");
                case [(byte)'$'] when i == 0:
                    throw new StoreException(StoreErrorCode.BadValue, $"Cannot have positional (i.e. '$') element in the first position in path '{path}'");
                case [(byte)'$'] when positions++ > 0:
                    throw new StoreException(StoreErrorCode.BadValue, $"Too many positional (i.e. '$') elements found in path '{path}'");
                case [(byte)'$']:
                    break;
                case [(byte)'$', ..] when ArrayFilters.IsIdentifier(path[i]):
                    if (i == 0)
                    {
                        throw new StoreException(StoreErrorCode.BadValue, $"Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '{path}'");
                    }

                    break;
                case [(byte)'$', ..]:
                    throw new StoreException(
                        StoreErrorCode.DollarPrefixedFieldName,
                        $"The dollar ($) prefixed field '{Encoding.UTF8.GetString(path[i])}' in '{path}' is not allowed in the context of an update.");
                default:
                    break;
            }
        }
    }

    internal static bool HasPosition(FieldPath path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] is [(byte)'$'])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A `$rename`, whose source's path is known to be good.</summary>
    internal static Rename RenameOf(FieldPath source, BsonValue argument)
    {
        if (argument.Type != BsonType.String)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"The 'to' field for $rename must be a string: {source}");
        }

        var target = FieldPath.Parse(argument.AsString());
        Check(target);
        if (source.Text == target.Text)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"The source and target field for $rename must differ: {source}: \"{target}\"");
        }

        if (IsAbove(source, target) || IsAbove(target, source))
        {
            throw new StoreException(StoreErrorCode.BadValue, $"The source and target field for $rename must not be on the same path: {source}: \"{target}\"");
        }

        RefusePlaceholders(source, "source");
        RefusePlaceholders(target, "destination");
        return new Rename(source, target);
    }

    private static bool IsAbove(FieldPath path, FieldPath other) => other.Text.StartsWith(path.Text + ".", StringComparison.Ordinal);

    private static void RefusePlaceholders(FieldPath path, string end)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] is [(byte)'$', ..])
            {
                throw new StoreException(StoreErrorCode.BadValue, $"The {end} field for $rename may not be dynamic: {path}");
            }
        }
    }
}
