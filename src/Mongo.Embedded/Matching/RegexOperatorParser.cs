using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>Parses `$regex` and `$options`, which stand beside each other in one document of operators.</summary>
internal static class RegexOperatorParser
{
    internal static RegexPredicate Parse(ReadOnlySpan<byte> operators)
    {
        var hasOptions = FieldPath.TryFind(operators, "$options"u8, out var options);
        if (!FieldPath.TryFind(operators, "$regex"u8, out var regex))
        {
            throw new StoreException(StoreErrorCode.BadValue, "$options needs a $regex");
        }

        if (hasOptions && options.ElementType != BsonType.String)
        {
            throw new StoreException(StoreErrorCode.BadValue, "$options has to be a string");
        }

        var optionText = hasOptions ? Encoding.UTF8.GetString(options.Value.AsString()) : "";
        switch (regex.ElementType)
        {
            case BsonType.String:
                return RegexPredicate.From(Encoding.UTF8.GetString(regex.Value.AsString()), optionText);
            case BsonType.RegularExpression:
                regex.Value.AsRegularExpression(out var pattern, out var ownOptions);
                if (hasOptions && !ownOptions.IsEmpty)
                {
                    throw new StoreException(
                        options.ElementOffset < regex.ElementOffset ? StoreErrorCode.OptionsSetBeforeRegex : StoreErrorCode.OptionsSetAfterRegex,
                        "options set in both $regex and $options");
                }

                return RegexPredicate.From(Encoding.UTF8.GetString(pattern), hasOptions ? optionText : Encoding.UTF8.GetString(ownOptions));
            default:
                throw new StoreException(StoreErrorCode.BadValue, "$regex has to be a string");
        }
    }
}
