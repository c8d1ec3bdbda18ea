using System.Diagnostics;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Parses the arguments of the operators that are a <see cref="ValueChange"/>.</summary>
internal static class ValueChangeParser
{
    internal static ValueChange Parse(string name, BsonValue argument, Collation? collation) => name switch
    {
        "$min" => new ExtremeChange(Operand.From(argument), isMaximum: false, collation),
        "$max" => new ExtremeChange(Operand.From(argument), isMaximum: true, collation),
        "$mul" => new ProductChange(Operand.From(argument)),
        "$bit" => BitChange.Parse(argument),
        "$push" => ParsePush(argument, collation),
        "$addToSet" => ParseAddToSet(argument, collation),
        "$pop" => new PopChange(IsFirst(argument)),
        "$pull" => PullChange.ByCondition(argument, collation),
        "$pullAll" => PullChange.ByValues(argument, collation),
        _ => throw new UnreachableException($"{name} is in the list of operators and has no parser."),
    };

    // One value, or those of $each with what may stand beside it.
    private static PushChange ParsePush(BsonValue argument, Collation? collation)
    {
        if (argument.Type != BsonType.Document || !FieldPath.TryFind(argument.Bytes, "$each"u8, out var each))
        {
            return new PushChange([Operand.From(argument)], position: null, sort: null, slice: null);
        }

        if (each.ElementType != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"The argument to $each in $push must be an array but it was of type: {each.ElementType}");
        }

        long? position = null;
        ElementOrder? sort = null;
        long? slice = null;
        var clauses = new BsonReader(argument.Bytes);
        while (clauses.Read())
        {
            switch (Encoding.UTF8.GetString(clauses.NameSpan))
            {
                case "$each":
                    break;
                case "$position":
                    position = ParseNumber("$position", clauses.Value);
                    break;
                case "$sort":
                    sort = ElementOrder.Parse(clauses.Value, collation);
                    break;
                case "$slice":
                    slice = ParseNumber("$slice", clauses.Value);
                    break;
                case var clause:
                    throw new StoreException(StoreErrorCode.BadValue, $"Unrecognized clause in $push: {clause}");
            }
        }

        return new PushChange(ValuesOf(each.Value), position, sort, slice);
    }

    private static long ParseNumber(string clause, BsonValue value) => WholeNumber.Of(value)
        ?? throw new StoreException(StoreErrorCode.BadValue, $"The value for {clause} must be an integer value but was given type: {value.Type}");

    private static AddToSetChange ParseAddToSet(BsonValue argument, Collation? collation)
    {
        var clauses = argument.Type == BsonType.Document ? new BsonReader(argument.Bytes) : default;
        if (argument.Type != BsonType.Document || !clauses.Read() || !clauses.NameSpan.SequenceEqual("$each"u8))
        {
            return new AddToSetChange([Operand.From(argument)], collation);
        }

        if (clauses.ElementType != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.TypeMismatch, $"The argument to $each in $addToSet must be an array but it was of type {clauses.ElementType}");
        }

        var values = ValuesOf(clauses.Value);
        return clauses.Read()
            ? throw new StoreException(StoreErrorCode.BadValue, $"Found unexpected fields after $each in $addToSet: {Encoding.UTF8.GetString(clauses.NameSpan)}")
            : new AddToSetChange(values, collation);
    }

    private static List<Operand> ValuesOf(BsonValue each)
    {
        var values = new List<Operand>();
        var reader = new BsonReader(each.Bytes);
        while (reader.Read())
        {
            values.Add(Operand.From(reader.Value));
        }

        return values;
    }

    private static bool IsFirst(BsonValue argument) => WholeNumber.Of(argument) switch
    {
        1 => false,
        -1 => true,
        _ => throw new StoreException(StoreErrorCode.FailedToParse, "$pop expects 1 or -1"),
    };
}
