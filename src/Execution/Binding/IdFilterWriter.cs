using OwnedData.Bson;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>Writes the operations on `id` as predicates on `_id`: global ids are taken apart here.</summary>
internal sealed class IdFilterWriter(BsonWriter writer)
{
    /// <summary>Writes one predicate an operation into an open `$and` array; null when all were written.</summary>
    public GraphQLError? Write(object? value, StoredType type)
    {
        if (value is not InputObject operations)
        {
            return OperatorWriter.InvalidOperand("id");
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
            return OperatorWriter.InvalidOperand(operation);
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
}
