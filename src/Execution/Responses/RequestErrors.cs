using System.Buffers;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Responses;

/// <summary>The response to a request that was not executed: `errors` and no `data` (§7.1.2).</summary>
public static class RequestErrors
{
    public static void Write(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output)
    {
        output.Write("{\"errors\":"u8);
        ErrorWriter.Write(errors, output);
        output.Write("}"u8);
    }
}
