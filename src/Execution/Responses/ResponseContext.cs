using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Responses;

/// <summary>What the writers of one response share.</summary>
internal sealed class ResponseContext
{
    public ResponseContext(ResponseBuffer buffer, BoundOperation operation)
    {
        (Buffer, Conditions) = (buffer, operation.Context.Conditions);
        Documents = new DocumentWriter(buffer, Errors, Path, Conditions, operation.Context.Gates, operation.Related, new RuleContext(operation.Context.Viewer, operation.Context.Now));
    }

    public ResponseBuffer Buffer { get; }

    public ErrorCollector Errors { get; } = new();

    public ResponsePathBuilder Path { get; } = new();

    public ConditionSet Conditions { get; }

    public DocumentWriter Documents { get; }

    /// <summary>Adds an error at the place where the writers are, with the field's location.</summary>
    public void AddError(GraphQLError error, FieldSelection selection) =>
        Errors.Add(error with { Path = Path.ToPath(), Locations = [selection.Node.Location] });

    /// <summary>
    /// Writes `"name":value` of a field, with a comma where another came before. Null stands where <paramref name="write"/>
    /// gives false; false when that may not be, so that the parent becomes null (§6.4.4).
    /// </summary>
    public bool WriteField<TState>(FieldSelection selection, ref bool isFirst, TState state, Func<TState, ResponseContext, bool> write)
    {
        if (!isFirst)
        {
            Buffer.WriteByte((byte)',');
        }

        isFirst = false;
        Buffer.Write(selection.NamePrefix);
        Path.Push(selection.ResponseName);
        var start = Buffer.Length;
        var isWritten = write(state, this);
        Path.Pop();
        if (!isWritten)
        {
            Buffer.Truncate(start);
            Buffer.Write("null"u8);
        }

        return isWritten || selection.IsNullable;
    }
}
