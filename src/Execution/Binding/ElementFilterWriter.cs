using OwnedData.Bson;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>Writes the conditions on an array and on its elements: `some`, `none`, `all`, `any` (docs/decisions/0012-element-filters.md).</summary>
/// <param name="writer">Where the predicate goes.</param>
/// <param name="operators">Writes the operations on plain elements.</param>
/// <param name="writeObject">Writes a condition on an element that is an object, into an open `$and` array.</param>
internal sealed class ElementFilterWriter(BsonWriter writer, OperatorWriter operators, Func<InputObject, ModelType, GraphQLError?> writeObject)
{
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
        var error = WriteElement(element, list.Element, isNegated: operation == "all");
        writer.WriteEndDocument();
        if (isNegated)
        {
            writer.WriteEndDocument();
        }

        return error;
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
            if (!FilterInput.IsEmpty(element))
            {
                writer.WriteStartArray("$and"u8);
                if (writeObject(element, embedded.Object) is { } error)
                {
                    return error;
                }

                writer.WriteEndArray();
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
        var inner = WriteElementOperations(element, type);
        writer.WriteEndDocument();
        return inner;
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

        foreach (var (operation, operand) in operations)
        {
            var error = (operation, type) switch
            {
                ("and", ScalarFieldType) => WriteElementAnd(FilterInput.Members(operand), type),
                ("or", ScalarFieldType) => WriteElementOr(FilterInput.Members(operand), type),
                (_, ListFieldType list) => Write(operation, operand, list),
                _ => operators.Write(operation, operand, type),
            };
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private GraphQLError? WriteElementAnd(List<InputObject> members, FieldType type)
    {
        foreach (var member in members)
        {
            if (!FilterInput.IsEmpty(member) && WriteElementOperations(member, type) is { } error)
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
        return null;
    }
}
