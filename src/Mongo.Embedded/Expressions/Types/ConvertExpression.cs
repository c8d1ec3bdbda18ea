using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Types;

/// <summary>`$convert`: to a type that is known when it runs, with what stands in for null and for what cannot be converted.</summary>
internal sealed class ConvertExpression(Expression input, Expression target, Expression? onError, Expression? onNull) : Expression
{
    internal static Expression Parse(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 9, unknown: 9, "input", "to", "onError", "onNull");
        return new ConvertExpression(
            named.Required("input", 9),
            named.Required("to", 9),
            named.Has("onError") ? named.Optional("onError") : null,
            named.Has("onNull") ? named.Optional("onNull") : null);
    }

    /// <summary>`$toInt` and its like.</summary>
    internal static Function To(BsonType type) => (arguments, _) => Numbers.IsNull(arguments[0]) ? Operand.Null : Conversion.To(type, arguments[0]!.Value);

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        evaluation.Work();
        var value = input.Evaluate(evaluation);
        var type = target.Evaluate(evaluation);
        if (Numbers.IsNull(value))
        {
            return onNull is null ? Operand.Null : onNull.Evaluate(evaluation);
        }

        if (Numbers.IsNull(type))
        {
            return Operand.Null;
        }

        try
        {
            return Conversion.To(TypeOf(type.Value), value.Value);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.ConversionFailure && onError is not null)
        {
            return onError.Evaluate(evaluation);
        }
    }

    private static BsonType TypeOf(Operand type) => type switch
    {
        { Type: BsonType.String } => TypeOperatorParser.Parse(type.Value) is [var only] ? only : throw new StoreException(StoreErrorCode.BadValue, "Unknown type name: number"),
        { Value.IsNumber: true } => Numbers.AsWhole32(type.Value) is null
            ? throw new StoreException(StoreErrorCode.FailedToParse, "In $convert, numeric 'to' argument is not an integer")
            : TypeOperatorParser.Parse(type.Value)[0],
        _ => throw new StoreException(StoreErrorCode.FailedToParse, $"$convert's 'to' argument must be a string or number, but is {ExpressionError.TypeOf(type)}"),
    };
}
