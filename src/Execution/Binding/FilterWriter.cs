using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>
/// Writes a client's `where` as MongoDB predicates into an open `$and` array. Names come from the model and operators from
/// this code; the client gives typed values only, so no text of theirs can become a field or an operator.
/// </summary>
internal sealed class FilterWriter
{
    private readonly BsonWriter _writer;
    private readonly OperatorWriter _operators;
    private readonly ElementFilterWriter _elements;
    private readonly IdFilterWriter _ids;
    private readonly Viewer _viewer;
    private int _depth;

    public FilterWriter(BsonWriter writer, Viewer viewer)
    {
        _writer = writer;
        _viewer = viewer;
        _operators = new OperatorWriter(writer);
        _elements = new ElementFilterWriter(writer, _operators, (element, type) => WriteConjunction(() => Write(element, type)));
        _ids = new IdFilterWriter(writer);
    }

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
                "id" when path.Length == 0 && type is StoredType stored => _ids.Write(value, name, stored, "_id"u8),
                _ => type.TryGetInput(name, out var field)
                    ? FieldAccess.Check(field, AccessOperation.Read, _viewer) ?? WriteField(value, field, path + field.StoredName)
                    : null,
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
        foreach (var member in FilterInput.Members(value))
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

    /// <summary>`$or` over the members; nothing when there are none.</summary>
    private GraphQLError? WriteAlternatives(object? value, Func<InputObject, GraphQLError?> writeMember)
    {
        var members = FilterInput.Members(value);
        if (members.Count == 0)
        {
            return null;
        }

        if (++_depth > FilterInput.MaximumDepth)
        {
            return FilterInput.TooDeep;
        }

        _writer.WriteStartDocument();
        _writer.WriteStartArray("$or"u8);
        foreach (var member in members)
        {
            _writer.WriteStartDocument();
            if (WriteConjunction(() => writeMember(member)) is { } error)
            {
                return error;
            }

            _writer.WriteEndDocument();
        }

        _writer.WriteEndArray();
        _writer.WriteEndDocument();
        _depth--;
        return null;
    }

    /// <summary>`$and` over what is written. MongoDB refuses an empty one: where nothing has to hold, the predicate stands that always does.</summary>
    private GraphQLError? WriteConjunction(Func<GraphQLError?> writePredicates)
    {
        _writer.WriteStartArray("$and"u8);
        var start = _writer.WrittenCount;
        if (writePredicates() is { } error)
        {
            return error;
        }

        if (_writer.WrittenCount == start)
        {
            _writer.WriteStartDocument();
            _writer.WriteEndDocument();
        }

        _writer.WriteEndArray();
        return null;
    }

    private GraphQLError? WriteField(object? value, ModelField field, string path)
    {
        var type = field.Type;
        if (type is ReferenceFieldType reference && value is not null)
        {
            return _ids.Write(value, field.InputName, reference.Target, Encoding.UTF8.GetBytes(path));
        }

        if (value is not InputObject operations)
        {
            _writer.WriteStartDocument();
            _writer.WriteNull(Encoding.UTF8.GetBytes(path));
            _writer.WriteEndDocument();

            // MongoDB finds null inside an array as well; here the array itself has to be null or missing.
            return type is ListFieldType ? WriteOperation("any", operand: false, type, path) : null;
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
                "and" => WriteAll(FilterInput.Members(operand), type, path),
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
        _writer.WriteStartDocument();
        _writer.WriteStartDocument(Encoding.UTF8.GetBytes(path));
        var error = type is ListFieldType list ? _elements.Write(operation, operand, list) : _operators.Write(operation, operand, type);
        if (error is not null)
        {
            return error;
        }

        _writer.WriteEndDocument();
        _writer.WriteEndDocument();
        return null;
    }
}
