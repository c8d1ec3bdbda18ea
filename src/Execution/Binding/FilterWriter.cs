using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>
/// Writes a client's `where` as MongoDB predicates into an open `$and` array. Names come from the model and operators from
/// this code; the client gives typed values only, so no text of theirs can become a field or an operator.
/// </summary>
internal sealed class FilterWriter(BsonWriter writer)
{
    private readonly OperatorWriter _operators = new(writer);

    /// <summary>Null when all was written, else what the client has to correct; the writer's content is then useless.</summary>
    public GraphQLError? Write(InputObject where, ModelType type) => WriteObject(where, type, path: "");

    private GraphQLError? WriteObject(InputObject where, ModelType type, string path)
    {
        foreach (var (name, value) in where)
        {
            var error = name switch
            {
                "and" => WriteAnd(value, type, path),
                "or" => WriteOr(value, type, path),
                "id" when path.Length == 0 && type is StoredType stored => WriteId(value, stored),
                _ => type.TryGetField(name, out var field) ? WriteField(value, field.Type, path + field.StoredName) : null,
            };
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private GraphQLError? WriteAnd(object? value, ModelType type, string path)
    {
        foreach (var member in Members(value))
        {
            if (WriteObject(member, type, path) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private GraphQLError? WriteOr(object? value, ModelType type, string path) =>
        WriteAlternatives(value, member => WriteObject(member, type, path));

    /// <summary>`$or` over the members; nothing when there are none, and nothing when one of them lets everything pass.</summary>
    private GraphQLError? WriteAlternatives(object? value, Func<InputObject, GraphQLError?> writeMember)
    {
        var members = Members(value);
        if (members.Count == 0 || members.Any(IsEmpty))
        {
            return null;
        }

        writer.WriteStartDocument();
        writer.WriteStartArray("$or"u8);
        foreach (var member in members)
        {
            writer.WriteStartDocument();
            writer.WriteStartArray("$and"u8);
            if (writeMember(member) is { } error)
            {
                return error;
            }

            writer.WriteEndArray();
            writer.WriteEndDocument();
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        return null;
    }

    private GraphQLError? WriteField(object? value, FieldType type, string path)
    {
        if (value is not InputObject operations)
        {
            writer.WriteStartDocument();
            writer.WriteNull(Encoding.UTF8.GetBytes(path));
            writer.WriteEndDocument();
            return null;
        }

        return type is EmbeddedFieldType embedded ? WriteObject(operations, embedded.Object, path + ".") : WriteOperations(operations, type, path);
    }

    // One predicate an operation: `{ a: { $gte: 1 } }, { a: { $lt: 5 } }` gives the planner one range.
    private GraphQLError? WriteOperations(InputObject operations, FieldType type, string path)
    {
        foreach (var (operation, operand) in operations)
        {
            var error = operation switch
            {
                "and" => WriteAll(Members(operand), type, path),
                "or" => WriteAlternatives(operand, member => WriteOperations(member, type, path)),
                _ => WriteOperation(operation, operand, type, path),
            };
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private GraphQLError? WriteAll(List<InputObject> members, FieldType type, string path)
    {
        foreach (var member in members)
        {
            if (WriteOperations(member, type, path) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private GraphQLError? WriteOperation(string operation, object? operand, FieldType type, string path)
    {
        writer.WriteStartDocument();
        writer.WriteStartDocument(Encoding.UTF8.GetBytes(path));
        if (type is ListFieldType list && WriteListOperation(operation, operand, list) is { } listError)
        {
            return listError;
        }

        if (type is not ListFieldType && _operators.Write(operation, operand, type) is { } error)
        {
            return error;
        }

        writer.WriteEndDocument();
        writer.WriteEndDocument();
        return null;
    }

    /// <summary>`some`, `none`, `all` and `any` as operators on the array that is already open.</summary>
    private GraphQLError? WriteListOperation(string operation, object? operand, ListFieldType list)
    {
        if (operation == "any")
        {
            return WriteAny(operand);
        }

        if (operand is not InputObject element)
        {
            return InvalidOperand(operation);
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
            return InvalidOperand("any");
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
            if (!IsEmpty(element))
            {
                writer.WriteStartArray("$and"u8);
                if (WriteObject(element, embedded.Object, path: "") is { } error)
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
        if (IsEmpty(operations))
        {
            writer.WriteBoolean("$exists"u8, true);
            return null;
        }

        foreach (var (operation, operand) in operations)
        {
            var error = (operation, type) switch
            {
                ("and", ScalarFieldType) => WriteElementAnd(Members(operand), type),
                ("or", ScalarFieldType) => WriteElementOr(Members(operand), type),
                (_, ListFieldType list) => WriteListOperation(operation, operand, list),
                _ => _operators.Write(operation, operand, type),
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
            if (!IsEmpty(member) && WriteElementOperations(member, type) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private GraphQLError? WriteElementOr(List<InputObject> members, FieldType type)
    {
        if (members.Count == 0 || members.Any(IsEmpty))
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

    private GraphQLError? WriteId(object? value, StoredType type)
    {
        if (value is not InputObject operations)
        {
            return InvalidOperand("id");
        }

        foreach (var (operation, operand) in operations)
        {
            writer.WriteStartDocument();
            writer.WriteStartDocument("_id"u8);
            if (WriteIdOperation(operation, operand, type) is { } error)
            {
                return error;
            }

            writer.WriteEndDocument();
            writer.WriteEndDocument();
        }

        return null;
    }

    private GraphQLError? WriteIdOperation(string operation, object? operand, StoredType type)
    {
        if (operation is "eq" or "neq")
        {
            writer.WriteName(operation == "eq" ? "$eq"u8 : "$ne"u8);
            return WriteIdValue(operand, type);
        }

        if (operand is not IReadOnlyList<object?> ids)
        {
            return InvalidOperand(operation);
        }

        writer.WriteStartArray(operation == "in" ? "$in"u8 : "$nin"u8);
        foreach (var id in ids)
        {
            if (WriteIdValue(id, type) is { } error)
            {
                return error;
            }
        }

        writer.WriteEndArray();
        return null;
    }

    private GraphQLError? WriteIdValue(object? id, StoredType type)
    {
        if (id is null)
        {
            writer.WriteNull();
            return null;
        }

        if (DocumentId.Parse((string)id, type) is not { } documentId)
        {
            return DocumentId.InvalidFormat((string)id);
        }

        documentId.WriteTo(writer);
        return null;
    }

    private static GraphQLError InvalidOperand(string operation) => OperatorWriter.InvalidOperand(operation);

    /// <summary>True when no operation is in it, at any depth of `and`: it lets everything pass.</summary>
    private static bool IsEmpty(InputObject where) => where.All(entry => entry.Key switch
    {
        "and" => Members(entry.Value).All(IsEmpty),
        "or" => Members(entry.Value) is var members && (members.Count == 0 || members.Any(IsEmpty)),
        _ => entry.Value is InputObject { } nested && nested.Count == 0,
    });

    private static List<InputObject> Members(object? value) =>
        value is IReadOnlyList<object?> list ? [.. list.OfType<InputObject>()] : [];
}
