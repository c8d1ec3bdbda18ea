using System.Diagnostics;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Parses the arguments of the operators that are a <see cref="ValueChange"/>.</summary>
internal static class ValueChangeParser
{
    internal static ValueChange Parse(string name, BsonValue argument) => name switch
    {
        "$min" => new ExtremeChange(Operand.From(argument), isMaximum: false),
        "$max" => new ExtremeChange(Operand.From(argument), isMaximum: true),
        "$mul" => new ProductChange(Operand.From(argument)),
        "$push" => new AppendChange(ValuesOf(name, argument), isSet: false),
        "$addToSet" => new AppendChange(ValuesOf(name, argument), isSet: true),
        "$pop" => new PopChange(IsFirst(argument)),
        "$pull" => PullChange.ByCondition(argument),
        "$pullAll" => PullChange.ByValues(argument),
        _ => throw new UnreachableException($"{name} is in the list of operators and has no parser."),
    };

    // One value, or those of $each, beside which nothing may stand.
    private static List<Operand> ValuesOf(string name, BsonValue argument)
    {
        if (argument.Type != BsonType.Document || !FieldPath.TryFind(argument.Bytes, "$each"u8, out var each))
        {
            return [Operand.From(argument)];
        }

        var clauses = new BsonReader(argument.Bytes);
        while (clauses.Read())
        {
            if (!clauses.NameSpan.SequenceEqual("$each"u8))
            {
                throw new StoreException(StoreErrorCode.BadValue, $"Unrecognized clause in {name}: {Encoding.UTF8.GetString(clauses.NameSpan)}");
            }
        }

        if (each.ElementType != BsonType.Array)
        {
            throw new StoreException(
                name == "$push" ? StoreErrorCode.BadValue : StoreErrorCode.TypeMismatch, $"The argument to $each in {name} must be an array but it was of type {each.ElementType}");
        }

        var values = new List<Operand>();
        var reader = new BsonReader(each.ValueSpan);
        while (reader.Read())
        {
            values.Add(Operand.From(reader.Value));
        }

        return values;
    }

    private static bool IsFirst(BsonValue argument)
    {
        var end = argument.Type switch
        {
            BsonType.Int32 => argument.AsInt32(),
            BsonType.Int64 => argument.AsInt64(),
            BsonType.Double => argument.AsDouble(),
            _ => 0,
        };
        return end is 1 or -1 ? end < 0 : throw new StoreException(StoreErrorCode.FailedToParse, "$pop expects 1 or -1");
    }
}
