using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arrays;

/// <summary>Reads the arguments of array operators.</summary>
internal static class ArrayValues
{
    /// <summary>The elements; what is no array is refused with the code.</summary>
    internal static List<Operand> Elements(Operand? value, int code, string what, Evaluation evaluation)
    {
        if (value is not { Type: BsonType.Array } array)
        {
            throw ExpressionError.Create(code, $"{what}, found: {ExpressionError.TypeOf(value)}");
        }

        evaluation.Work(array.Length);
        return array.Elements();
    }

    internal static Operand ToArray(IEnumerable<Operand> values, Evaluation evaluation)
    {
        var list = new ValueList(evaluation);
        foreach (var value in values)
        {
            list.Add(value);
        }

        return list.ToArray();
    }
}
