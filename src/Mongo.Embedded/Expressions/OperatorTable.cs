using System.Collections.Frozen;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Accumulating;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Arrays;
using OwnedData.Mongo.Embedded.Expressions.Dates;
using OwnedData.Mongo.Embedded.Expressions.Logic;
using OwnedData.Mongo.Embedded.Expressions.Objects;
using OwnedData.Mongo.Embedded.Expressions.Sets;
using OwnedData.Mongo.Embedded.Expressions.Strings;
using OwnedData.Mongo.Embedded.Expressions.Types;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>All operators of expressions, each with what parses it.</summary>
internal static class OperatorTable
{
    internal static FrozenDictionary<string, OperatorParser> Operators { get; } = new Dictionary<string, OperatorParser>
    {
        ["$literal"] = (_, argument) => new LiteralExpression(Operand.From(argument)),
        ["$let"] = LetExpression.Parse,

        ["$add"] = UpToNull(Sums.Add),
        ["$subtract"] = Exactly(2, Sums.Subtract),
        ["$multiply"] = UpToNull(Products.Multiply),
        ["$divide"] = Exactly(2, Products.Divide),
        ["$mod"] = Exactly(2, Products.Mod),
        ["$abs"] = Number(Rounding.Abs),
        ["$ceil"] = Number(Rounding.Ceiling),
        ["$floor"] = Number(Rounding.Floor),
        ["$round"] = Between(1, 2, Rounding.Round),
        ["$trunc"] = Between(1, 2, Rounding.Truncate),
        ["$pow"] = Exactly(2, Powers.Power),
        ["$sqrt"] = Number(Powers.SquareRoot),
        ["$exp"] = Number(Powers.Exponential),
        ["$ln"] = Number(Powers.NaturalLogarithm),
        ["$log10"] = Number(Powers.DecimalLogarithm),
        ["$log"] = Exactly(2, Powers.Logarithm),

        ["$cmp"] = Exactly(2, Comparisons.Compare),
        ["$eq"] = EqualityExpression.Parse,
        ["$ne"] = Exactly(2, Comparisons.Of(order => order != 0)),
        ["$gt"] = Exactly(2, Comparisons.Of(order => order > 0)),
        ["$gte"] = Exactly(2, Comparisons.Of(order => order >= 0)),
        ["$lt"] = Exactly(2, Comparisons.Of(order => order < 0)),
        ["$lte"] = Exactly(2, Comparisons.Of(order => order <= 0)),
        ["$and"] = (call, argument) => new JunctionExpression(call.Parser.ParseArguments(argument), deciding: false),
        ["$or"] = (call, argument) => new JunctionExpression(call.Parser.ParseArguments(argument), deciding: true),
        ["$not"] = Exactly(1, Truth.Not),
        ["$cond"] = ConditionExpression.Parse,
        ["$ifNull"] = FallbackExpression.Parse,
        ["$switch"] = SwitchExpression.Parse,

        ["$arrayElemAt"] = Exactly(2, Elements.At),
        ["$first"] = Exactly(1, Elements.First),
        ["$last"] = Exactly(1, Elements.Last),
        ["$in"] = Exactly(2, Elements.Contains),
        ["$indexOfArray"] = Search(Elements.IndexOf),
        ["$isArray"] = Exactly(1, Elements.IsArray),
        ["$size"] = Exactly(1, Elements.Size),
        ["$concatArrays"] = UpToNull(Reshaping.Concat),
        ["$slice"] = Between(2, 3, Reshaping.Slice),
        ["$reverseArray"] = Exactly(1, Reshaping.Reverse),
        ["$range"] = Between(2, 3, Reshaping.Range),
        ["$map"] = LoopExpression.ParseMap,
        ["$filter"] = LoopExpression.ParseFilter,
        ["$reduce"] = ReduceExpression.Parse,
        ["$zip"] = ZipExpression.Parse,
        ["$sortArray"] = SortArrayExpression.Parse,

        ["$setUnion"] = UpToNull(SetOperators.Union),
        ["$setIntersection"] = (call, argument) => new IntersectionExpression(call.Parser.ParseArguments(argument)),
        ["$setDifference"] = Exactly(2, SetOperators.Difference),
        ["$setIsSubset"] = Exactly(2, SetOperators.IsSubset),
        ["$setEquals"] = SetOperators.ParseEquals,
        ["$allElementsTrue"] = Exactly(1, SetOperators.AllTrue),
        ["$anyElementTrue"] = Exactly(1, SetOperators.AnyTrue),

        ["$mergeObjects"] = Any(ObjectOperators.Merge),
        ["$objectToArray"] = Exactly(1, ObjectOperators.ToArray),
        ["$arrayToObject"] = Exactly(1, ObjectOperators.FromArray),
        ["$getField"] = FieldOperators.ParseGet,
        ["$setField"] = FieldOperators.ParseSet,
        ["$unsetField"] = FieldOperators.ParseUnset,

        ["$concat"] = UpToNull(StringOperators.Concat),
        ["$toLower"] = Exactly(1, StringOperators.ToLower),
        ["$toUpper"] = Exactly(1, StringOperators.ToUpper),
        ["$strcasecmp"] = Exactly(2, StringOperators.CompareIgnoringCase),
        ["$split"] = Exactly(2, StringOperators.Split),
        ["$strLenBytes"] = Exactly(1, StringOperators.LengthInBytes),
        ["$strLenCP"] = Exactly(1, StringOperators.LengthInCodePoints),
        ["$substr"] = Exactly(3, Substrings.OfBytes),
        ["$substrBytes"] = Exactly(3, Substrings.OfBytes),
        ["$substrCP"] = Exactly(3, Substrings.OfCodePoints),
        ["$indexOfBytes"] = Search(Substrings.IndexInBytes),
        ["$indexOfCP"] = Search(Substrings.IndexInCodePoints),
        ["$trim"] = Trimming.Of(atStart: true, atEnd: true),
        ["$ltrim"] = Trimming.Of(atStart: true, atEnd: false),
        ["$rtrim"] = Trimming.Of(atStart: false, atEnd: true),
        ["$replaceOne"] = Replacing.Of(all: false),
        ["$replaceAll"] = Replacing.Of(all: true),
        ["$regexMatch"] = RegexOperators.ParseMatch,
        ["$regexFind"] = RegexOperators.ParseFind,
        ["$regexFindAll"] = RegexOperators.ParseFindAll,

        ["$year"] = DateParts.Of(time => Operand.Of((int)time.Year)),
        ["$month"] = DateParts.Of(time => Operand.Of(time.Month)),
        ["$dayOfMonth"] = DateParts.Of(time => Operand.Of(time.Day)),
        ["$hour"] = DateParts.Of(time => Operand.Of(time.Hour)),
        ["$minute"] = DateParts.Of(time => Operand.Of(time.Minute)),
        ["$second"] = DateParts.Of(time => Operand.Of(time.Second)),
        ["$millisecond"] = DateParts.Of(time => Operand.Of(time.Millisecond)),
        ["$dayOfYear"] = DateParts.Of(time => Operand.Of(time.DayOfYear)),
        ["$dayOfWeek"] = DateParts.Of(time => Operand.Of(time.DayOfWeek)),
        ["$week"] = DateParts.Of(time => Operand.Of(time.Week)),
        ["$isoDayOfWeek"] = DateParts.Of(time => Operand.Of(time.IsoDayOfWeek)),
        ["$isoWeek"] = DateParts.Of(time => Operand.Of(time.IsoWeek)),
        ["$isoWeekYear"] = DateParts.Of(time => Operand.Of(time.IsoYear)),
        ["$dateToString"] = DateParts.ParseToString,
        ["$dateAdd"] = DateOperators.Add(1),
        ["$dateSubtract"] = DateOperators.Add(-1),
        ["$dateDiff"] = DateOperators.ParseDifference,
        ["$dateTrunc"] = DateOperators.ParseTruncate,

        ["$type"] = Exactly(1, (arguments, _) => Operand.Of(ExpressionError.TypeOf(arguments[0]))),
        ["$isNumber"] = Exactly(1, (arguments, _) => Operand.Of(Numbers.IsNumber(arguments[0]))),
        ["$convert"] = ConvertExpression.Parse,
        ["$toString"] = Exactly(1, ConvertExpression.To(BsonType.String)),
        ["$toInt"] = Exactly(1, ConvertExpression.To(BsonType.Int32)),
        ["$toLong"] = Exactly(1, ConvertExpression.To(BsonType.Int64)),
        ["$toDouble"] = Exactly(1, ConvertExpression.To(BsonType.Double)),
        ["$toDecimal"] = Exactly(1, ConvertExpression.To(BsonType.Decimal128)),
        ["$toBool"] = Exactly(1, ConvertExpression.To(BsonType.Boolean)),
        ["$toDate"] = Exactly(1, ConvertExpression.To(BsonType.DateTime)),
        ["$toObjectId"] = Exactly(1, ConvertExpression.To(BsonType.ObjectId)),

        ["$sum"] = Any(Summaries.Sum),
        ["$avg"] = Any(Summaries.Average),
        ["$min"] = Any(Summaries.Minimum),
        ["$max"] = Any(Summaries.Maximum),
        ["$stdDevPop"] = Any(Summaries.DeviationOfPopulation),
        ["$stdDevSamp"] = Any(Summaries.DeviationOfSample),
    }.ToFrozenDictionary();

    private static OperatorParser Any(Function function) => (call, argument) => new CallExpression(call.Parser.ParseArguments(argument), function);

    // Null of null, whatever stands behind it.
    private static OperatorParser UpToNull(Function function) => (call, argument) => new CallExpression(call.Parser.ParseArguments(argument), function, decisive: int.MaxValue);

    private static OperatorParser Exactly(int count, Function function) => Between(count, count, function);

    private static OperatorParser Between(int minimum, int maximum, Function function) =>
        (call, argument) => new CallExpression(call.Positional(argument, minimum, maximum), function);

    // For something in the first argument, unless that is null, and from one place to another.
    private static OperatorParser Search(Function function) => (call, argument) => new CallExpression(call.Positional(argument, 2, 4), function, decisive: 1);

    // Of one number; null of null.
    private static OperatorParser Number(Func<BsonValue, Operand?> function) => (call, argument) =>
    {
        var name = call.Name;
        return new CallExpression(call.Positional(argument, 1, 1), (arguments, _) =>
            Numbers.IsNull(arguments[0]) ? Operand.Null
            : Numbers.IsNumber(arguments[0]) ? function(arguments[0]!.Value.Value)
            : throw ExpressionError.Create(28765, $"{name} only supports numeric types, not {ExpressionError.TypeOf(arguments[0])}"));
    };
}
