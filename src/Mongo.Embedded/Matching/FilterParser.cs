using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>Parses one level of a filter: the fields and the operators beside them. What stands below a field is <see cref="FieldFilterParser"/>'s.</summary>
internal static class FilterParser
{
    /// <summary>Levels of operators and components of their paths together: what bounds the recursion of parsing and of matching.</summary>
    internal const int MaxDepth = 200;

    internal static FilterNode ParseDocument(ReadOnlySpan<byte> filter, int depth, Scope? scope = null)
    {
        CheckDepth(depth);
        var nodes = new List<FilterNode>();
        var reader = new BsonReader(filter);
        while (reader.Read())
        {
            if (reader.NameSpan is [(byte)'$', ..])
            {
                nodes.Add(ParseOperator(reader.NameSpan, reader.Value, depth, scope));
            }
            else
            {
                FieldFilterParser.Parse(FieldPath.Parse(reader.NameSpan), reader.Value, depth, nodes);
            }
        }

        return AndNode.Of(nodes);
    }

    internal static void CheckDepth(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"exceeded maximum query tree depth of {MaxDepth}");
        }
    }

    private static FilterNode ParseOperator(ReadOnlySpan<byte> name, BsonValue value, int depth, Scope? scope)
    {
        var text = Encoding.UTF8.GetString(name);
        return text switch
        {
            "$and" => AndNode.Of(ParseList(text, value, depth, scope)),
            "$or" => OrNode.Of(ParseList(text, value, depth, scope)),
            "$nor" => NotNode.Of(OrNode.Of(ParseList(text, value, depth, scope))),
            "$expr" => ParseExpression(value, scope),
            "$alwaysTrue" => ParseAlways(text, value, ConstantNode.Always),
            "$alwaysFalse" => ParseAlways(text, value, ConstantNode.Never),
            "$comment" => ConstantNode.Always,
            _ => throw new StoreException(
                StoreErrorCode.BadValue,
                $"unknown top level operator: {text}. If you are trying to match on a field with a dollar-prefixed name, use $expr with $getField."),
        };
    }

    private static List<FilterNode> ParseList(string name, BsonValue value, int depth, Scope? scope)
    {
        if (value.Type != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"{name} must be an array");
        }

        var nodes = new List<FilterNode>();
        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            if (reader.ElementType != BsonType.Document)
            {
                throw new StoreException(StoreErrorCode.BadValue, "$or/$and/$nor entries need to be full objects");
            }

            nodes.Add(ParseDocument(reader.ValueSpan, depth + 1, scope));
        }

        return nodes.Count > 0 ? nodes : throw new StoreException(StoreErrorCode.BadValue, "$and/$or/$nor must be a nonempty array");
    }

    private static FilterNode ParseExpression(BsonValue value, Scope? scope)
    {
        if (value.Type == BsonType.Boolean)
        {
            return value.AsBoolean() ? ConstantNode.Always : ConstantNode.Never;
        }

        return scope is not null
            ? new ExpressionNode(new ExpressionParser(scope).Parse(value), scope.Evaluation)
            : throw new StoreException(StoreErrorCode.BadValue, "$expr can only be applied to the top-level document");
    }

    private static ConstantNode ParseAlways(string name, BsonValue value, ConstantNode node)
    {
        var isOne = value.IsNumber && BsonNumber.Compare(value, new BsonValue(BsonType.Int32, [1, 0, 0, 0])) == 0;
        return isOne ? node : throw new StoreException(StoreErrorCode.FailedToParse, $"{name} must be an integer value of 1");
    }
}
