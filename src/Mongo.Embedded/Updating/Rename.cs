using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Both ends of one `$rename`, neither of which may lie in an array.</summary>
internal sealed record Rename(FieldPath Source, FieldPath Target)
{
    /// <summary>The value to move: the default, where there is none, and then nothing changes.</summary>
    internal static BsonValue Find(ReadOnlySpan<byte> document, FieldPath source)
    {
        for (var i = 0; FieldPath.TryFind(document, source[i], out var element); i++)
        {
            if (i == source.Length - 1)
            {
                return element.Value;
            }

            if (element.ElementType != BsonType.Document)
            {
                break;
            }

            document = element.ValueSpan;
        }

        return default;
    }

    /// <summary>Throws where an end of it lies in an array, or where the source is below what holds no fields.</summary>
    internal void Check(ReadOnlySpan<byte> document)
    {
        CheckSource(document);
        if (Find(document, Source).Type != default && LeadsThroughArray(document, Target))
        {
            throw new StoreException(StoreErrorCode.BadValue, $"The destination field cannot be an array element, '{Target}'");
        }
    }

    private void CheckSource(ReadOnlySpan<byte> document)
    {
        var leadsThroughArray = false;
        for (var i = 0; FieldPath.TryFind(document, Source[i], out var element); i++)
        {
            if (i == Source.Length - 1)
            {
                if (leadsThroughArray)
                {
                    throw new StoreException(StoreErrorCode.BadValue, $"The source field cannot be an array element, '{Source}'");
                }

                return;
            }

            leadsThroughArray |= element.ElementType == BsonType.Array;
            if (element.ElementType != BsonType.Document && !(element.ElementType == BsonType.Array && Source.IndexAt(i + 1) >= 0))
            {
                throw new StoreException(StoreErrorCode.PathNotViable, $"cannot use the path '{Source}' to traverse an element of type {element.ElementType}");
            }

            document = element.ValueSpan;
        }
    }

    private static bool LeadsThroughArray(ReadOnlySpan<byte> document, FieldPath path)
    {
        for (var i = 0; i < path.Length - 1 && FieldPath.TryFind(document, path[i], out var element); i++)
        {
            if (element.ElementType != BsonType.Document)
            {
                return element.ElementType == BsonType.Array;
            }

            document = element.ValueSpan;
        }

        return false;
    }
}
