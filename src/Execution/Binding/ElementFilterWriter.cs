using OwnedData.Bson;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>Writes the conditions on an array and on its elements: `some`, `none`, `all`, `any` (docs/decisions/0007-element-filters.md).</summary>
/// <param name="writer">Where the predicate goes.</param>
/// <param name="operators">Writes the operations on plain elements.</param>
/// <param name="writeObject">Writes a condition on an element that is an object, as a `$and` into an open document.</param>
internal sealed class ElementFilterWriter(BsonWriter writer, OperatorWriter operators, Func<InputObject, ModelType, GraphQLError?> writeObject)
{
    private int _depth;

    /// <summary>`some`, `none`, `all` and `any` as operators on the array that is already open.</summary>
    public GraphQLError? Write(string operation, object? operand, ListFieldType list)
    {
        if (operation == "any")
        {
            return WriteAny(operand);
        }

        if (operand is not InputObject element)
        {
            return OperatorWriter.InvalidOperand(operation);
        }

        var isNegated = operation is "none" or "all";
        if (isNegated)
        {
            writer.WriteStartDocument("$not"u8);
        }

        writer.WriteStartDocument("$elemMatch"u8);
        if (WriteElement(element, list.Element, isNegated: operation == "all") is { } error)
        {
            return error;
        }

        writer.WriteEndDocument();
        if (isNegated)
        {
            writer.WriteEndDocument();
        }

        return null;
    }

    private GraphQLError? WriteAny(object? operand)
    {
        if (operand is not bool any)
        {
            return OperatorWriter.InvalidOperand("any");
        }

        if (!any)
        {
            writer.WriteStartDocument("$not"u8);
        }

        writer.WriteStartDocument("$elemMatch"u8);
        writer.WriteBoolean("$exists"u8, true);
        writer.WriteEndDocument();
        if (!any)
        {
            writer.WriteEndDocument();
        }

        return null;
    }

    /// <summary>The condition on one element, or its negation, inside an open `$elemMatch`.</summary>
    private GraphQLError? WriteElement(InputObject element, FieldType type, bool isNegated)
    {
        if (type is EmbeddedFieldType embedded)
        {
            writer.WriteStartArray(isNegated ? "$nor"u8 : "$and"u8);
            writer.WriteStartDocument();
            if (writeObject(element, embedded.Object) is { } error)
            {
                return error;
            }

            writer.WriteEndDocument();
            writer.WriteEndArray();
            return null;
        }

        if (!isNegated)
        {
            return WriteElementOperations(element, type);
        }

        writer.WriteStartDocument("$not"u8);
        if (WriteElementOperations(element, type) is { } inner)
        {
            return inner;
        }

        writer.WriteEndDocument();
        return null;
    }

    /// <summary>
    /// All operations on one array element, as operators of one document. MongoDB applies each element of such a document,
    /// also where a name such as `$not` comes twice; `or` is written as the negation of its members' negations.
    /// </summary>
    private GraphQLError? WriteElementOperations(InputObject operations, FieldType type)
    {
        if (FilterInput.IsEmpty(operations))
        {
            writer.WriteBoolean("$exists"u8, true);
            return null;
        }

        var hasPattern = false;
        return WriteElementOperations(operations, type, ref hasPattern);
    }

    private GraphQLError? WriteElementOperations(InputObject operations, FieldType type, ref bool hasPattern)
    {
        foreach (var (operation, operand) in operations)
        {
            var error = (operation, type) switch
            {
                ("and", ScalarFieldType) => WriteElementAnd(FilterInput.Members(operand), type, ref hasPattern),
                ("or", ScalarFieldType) => WriteElementOr(FilterInput.Members(operand), type),
                (_, ListFieldType list) => Write(operation, operand, list),
                ("contains" or "startsWith" or "endsWith", _) => WritePattern(operation, operand, type, ref hasPattern),
                _ => operators.Write(operation, operand, type),
            };
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    // Of several `$regex` in one document MongoDB takes one. The further ones stand each in a document of their own, under a double negation.
    private GraphQLError? WritePattern(string operation, object? operand, FieldType type, ref bool hasPattern)
    {
        if (!hasPattern)
        {
            hasPattern = true;
            return operators.Write(operation, operand, type);
        }

        writer.WriteStartDocument("$not"u8);
        writer.WriteStartDocument("$not"u8);
        var error = operators.Write(operation, operand, type);
        writer.WriteEndDocument();
        writer.WriteEndDocument();
        return error;
    }

    private GraphQLError? WriteElementAnd(List<InputObject> members, FieldType type, ref bool hasPattern)
    {
        foreach (var member in members)
        {
            if (WriteElementOperations(member, type, ref hasPattern) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private GraphQLError? WriteElementOr(List<InputObject> members, FieldType type)
    {
        if (members.Count == 0 || members.Any(FilterInput.IsEmpty))
        {
            return null;
        }

        if (++_depth > FilterInput.MaximumDepth)
        {
            return FilterInput.TooDeep;
        }

        writer.WriteStartDocument("$not"u8);
        foreach (var member in members)
        {
            writer.WriteStartDocument("$not"u8);
            if (WriteElementOperations(member, type) is { } error)
            {
                return error;
            }

            writer.WriteEndDocument();
        }

        writer.WriteEndDocument();
        _depth--;
        return null;
    }
}
