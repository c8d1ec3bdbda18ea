using OwnedData.Bson;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>Writes the operations on ids as predicates on `_id` or on a reference: global ids are taken apart here.</summary>
internal sealed class IdFilterWriter(BsonWriter writer)
{
    /// <summary>Writes one predicate an operation into an open `$and` array; null when all were written.</summary>
    /// <param name="value">The coerced operations.</param>
    /// <param name="name">The field's in the API, for messages.</param>
    /// <param name="type">Whose ids they are.</param>
    /// <param name="path">Where the id is stored.</param>
    public GraphQLError? Write(object? value, string name, StoredType type, ReadOnlySpan<byte> path)
    {
        if (value is not InputObject operations)
        {
            return OperatorWriter.InvalidOperand(name);
        }

        foreach (var (operation, operand) in operations)
        {
            writer.WriteStartDocument();
            writer.WriteStartDocument(path);
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
