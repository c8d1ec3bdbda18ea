using System.Buffers;
using OwnedData.Execution.Binding;

namespace OwnedData.Execution.Responses;

/// <summary>Writes the response of a fetched operation: `errors` first where there are any, then `data` (§7.1).</summary>
internal static class OperationResponse
{
    /// <param name="data">Scratch space for `data`, which is written before it is known whether there are errors.</param>
    public static void Write(BoundOperation operation, ResponseBuffer data, IBufferWriter<byte> output)
    {
        var response = new ResponseContext(data, operation);
        if (!WriteData(operation, response))
        {
            data.Truncate(0);
            data.Write("null"u8);
        }

        output.Write("{"u8);
        if (response.Errors.Errors.Count > 0)
        {
            output.Write("\"errors\":"u8);
            ErrorWriter.Write(response.Errors.Errors, output);
            output.Write(","u8);
        }

        output.Write("\"data\":"u8);
        output.Write(data.WrittenSpan);
        output.Write("}"u8);
    }

    private static bool WriteData(BoundOperation operation, ResponseContext response)
    {
        response.Buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in operation.Fields)
        {
            if (!response.WriteField(field.Selection, ref isFirst, field, static (field, response) => WriteValue(field, response)))
            {
                return false;
            }
        }

        response.Buffer.WriteByte((byte)'}');
        return true;
    }

    private static bool WriteValue(BoundField field, ResponseContext response)
    {
        if (field.Failure is { } failure)
        {
            response.AddError(failure, field.Selection);
            return false;
        }

        return field.Write(response);
    }
}
