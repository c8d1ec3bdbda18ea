using System.Buffers.Text;
using OwnedData.Execution.Access;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Planning;

namespace OwnedData.Execution.Responses;

/// <summary>Writes a page as a connection: its documents go from BSON straight into the response.</summary>
internal sealed class ConnectionWriter(ConnectionResult result, CursorSealer cursors, Viewer viewer, string typeName)
{
    private readonly string _connectionName = typeName + "Connection";
    private readonly string _edgeName = typeName + "Edge";

    public bool Write(ConnectionShape shape, ResponseContext response)
    {
        response.Buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in shape.Fields)
        {
            if (response.Conditions.Includes(field.Selection.Condition)
                && !response.WriteField(field.Selection, ref isFirst, (this, field), static (state, response) => state.Item1.WriteField(state.field, response)))
            {
                return false;
            }
        }

        response.Buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WriteField(ConnectionShapeField field, ResponseContext response) => field.Selection.Name switch
    {
        "nodes" => WriteList(field, response, static (writer, field, index, response) => response.Documents.Write(writer.Document(index), field.Node!)),
        "edges" => WriteList(field, response, static (writer, field, index, response) => writer.WriteEdge(field, index, response)),
        "pageInfo" => WritePageInfo(field, response),
        "totalCount" => WriteTotalCount(response),
        _ => WriteString(_connectionName, response),
    };

    private delegate bool WriteItem(ConnectionWriter writer, ConnectionShapeField field, int index, ResponseContext response);

    // The items are non-null: one that cannot be written makes the list null.
    private bool WriteList(ConnectionShapeField field, ResponseContext response, WriteItem writeItem)
    {
        response.Buffer.WriteByte((byte)'[');
        for (var index = 0; index < result.Count; index++)
        {
            if (index > 0)
            {
                response.Buffer.WriteByte((byte)',');
            }

            response.Path.Push(index);
            var isWritten = writeItem(this, field, index, response);
            response.Path.Pop();
            if (!isWritten)
            {
                return false;
            }
        }

        response.Buffer.WriteByte((byte)']');
        return true;
    }

    private bool WriteEdge(ConnectionShapeField edges, int index, ResponseContext response)
    {
        response.Buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in edges.Inner)
        {
            if (response.Conditions.Includes(field.Selection.Condition)
                && !response.WriteField(field.Selection, ref isFirst, (this, field, index), static (state, response) => state.Item1.WriteEdgeField(state.field, state.index, response)))
            {
                return false;
            }
        }

        response.Buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WriteEdgeField(ConnectionShapeField field, int index, ResponseContext response) => field.Selection.Name switch
    {
        "node" => response.Documents.Write(Document(index), field.Node!),
        "cursor" => WriteString(Cursor(index), response),
        _ => WriteString(_edgeName, response),
    };

    private bool WritePageInfo(ConnectionShapeField pageInfo, ResponseContext response)
    {
        response.Buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in pageInfo.Inner)
        {
            if (response.Conditions.Includes(field.Selection.Condition))
            {
                response.WriteField(field.Selection, ref isFirst, (this, field), static (state, response) => state.Item1.WritePageInfoField(state.field, response));
            }
        }

        response.Buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WritePageInfoField(ConnectionShapeField field, ResponseContext response) => field.Selection.Name switch
    {
        "hasNextPage" => WriteBoolean(result.HasNextPage, response),
        "hasPreviousPage" => WriteBoolean(result.HasPreviousPage, response),
        "startCursor" => result.Count > 0 && WriteString(Cursor(0), response),
        "endCursor" => result.Count > 0 && WriteString(Cursor(result.Count - 1), response),
        _ => WriteString("PageInfo", response),
    };

    private bool WriteTotalCount(ResponseContext response)
    {
        var span = response.Buffer.GetSpan(20);
        Utf8Formatter.TryFormat(result.TotalCount, span, out var written);
        response.Buffer.Advance(written);
        return true;
    }

    private ReadOnlySpan<byte> Document(int index) => result[index].Span;

    private string Cursor(int index) => cursors.Seal(Keyset.ValuesOf(result[index], result.Order), result.Order.Name, viewer);

    private static bool WriteBoolean(bool value, ResponseContext response)
    {
        response.Buffer.Write(value ? "true"u8 : "false"u8);
        return true;
    }

    /// <summary>Writes a text without anything to escape: cursors and type names.</summary>
    private static bool WriteString(string text, ResponseContext response)
    {
        var span = response.Buffer.GetSpan(text.Length + 2);
        span[0] = (byte)'"';
        System.Text.Encoding.ASCII.GetBytes(text, span[1..]);
        span[text.Length + 1] = (byte)'"';
        response.Buffer.Advance(text.Length + 2);
        return true;
    }
}
