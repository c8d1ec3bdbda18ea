using System.Text;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Introspection;
using OwnedData.GraphQL.Types;

namespace OwnedData.Execution.Responses;

/// <summary>Walks an introspection selection over the schema in memory, §4: the same plan as any other field, another source of values.</summary>
internal sealed class IntrospectionWriter(ResponseContext response, BindingContext context)
{
    public bool WriteRoot(FieldSelection selection, GraphQLSchema schema, ArgumentValues arguments, string rootTypeName)
    {
        switch (selection.Name)
        {
            case "__schema":
                return WriteValue(schema, selection);
            case "__type":
                arguments.TryGetValue("name", out var name);
                return schema.TryGetType((string)name!, out var type) && WriteValue(type, selection);
            default:
                return WriteValue(rootTypeName, selection);
        }
    }

    private bool WriteValue(object? value, FieldSelection selection)
    {
        switch (value)
        {
            case null:
                return false;
            case string text:
                return JsonText.TryWrite(Encoding.UTF8.GetBytes(text), response.Buffer);
            case bool boolean:
                response.Buffer.Write(boolean ? "true"u8 : "false"u8);
                return true;
            case IReadOnlyList<object> items:
                return WriteList(items, selection);
            default:
                return WriteObject(value, selection.Selection);
        }
    }

    private bool WriteList(IReadOnlyList<object> items, FieldSelection selection)
    {
        response.Buffer.WriteByte((byte)'[');
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0)
            {
                response.Buffer.WriteByte((byte)',');
            }

            response.Path.Push(index);
            var isWritten = WriteValue(items[index], selection);
            response.Path.Pop();
            if (!isWritten)
            {
                return false;
            }
        }

        response.Buffer.WriteByte((byte)']');
        return true;
    }

    private bool WriteObject(object source, ObjectSelection selection)
    {
        response.Buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in selection.Fields)
        {
            if (response.Conditions.Includes(field.Condition)
                && !response.WriteField(field, ref isFirst, (this, source, field, selection.Type.Name), static (state, _) => state.Item1.WriteField(state.source, state.field, state.Name)))
            {
                return false;
            }
        }

        response.Buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WriteField(object source, FieldSelection field, string typeName)
    {
        if (field.Name == IntrospectionFields.TypeName)
        {
            return WriteValue(typeName, field);
        }

        var outcome = context.Arguments(field);
        if (!outcome.TryGetValue(out var arguments))
        {
            response.AddError(outcome.Errors[0], field);
            return false;
        }

        return WriteValue(IntrospectionResolver.Resolve(source, field.Name, arguments), field);
    }
}
