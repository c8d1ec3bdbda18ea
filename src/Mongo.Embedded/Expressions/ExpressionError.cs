using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>Refusals of expressions with MongoDB's codes. Most have no name in MongoDB either, but that of a place in its source, such as Location16020.</summary>
internal static class ExpressionError
{
    internal static StoreException Create(int code, string message) => new((StoreErrorCode)code, message);

    internal static StoreException WrongType(string message) => new(StoreErrorCode.TypeMismatch, message);

    /// <summary>MongoDB's name of a value's type.</summary>
    internal static string TypeOf(Operand? value) => value?.Type switch
    {
        null => "missing",
        BsonType.Document => "object",
        BsonType.Binary => "binData",
        BsonType.ObjectId => "objectId",
        BsonType.Boolean => "bool",
        BsonType.DateTime => "date",
        BsonType.RegularExpression => "regex",
        BsonType.DbPointer => "dbPointer",
        BsonType.JavaScriptWithScope => "javascriptWithScope",
        BsonType.Int32 => "int",
        BsonType.Int64 => "long",
        BsonType.Decimal128 => "decimal",
        BsonType.MinKey => "minKey",
        BsonType.MaxKey => "maxKey",
        var type => type.ToString()!.ToLowerInvariant(),
    };
}
