using System.Globalization;
using System.Text;
using OwnedData.Execution.Limits;

namespace OwnedData.Server.GraphQL;

/// <summary>What tells a client the cost of its request: `extensions.operationCost` of the response.</summary>
internal static class CostReply
{
    /// <param name="extensions">Of the response.</param>
    /// <param name="report">Nothing is added for <see cref="CostReport.None"/>.</param>
    /// <param name="cost">Of the request.</param>
    public static void AddTo(ExtensionsWriter extensions, CostReport report, OperationCost cost)
    {
        if (report != CostReport.None)
        {
            extensions.Add("operationCost"u8, Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{{\"fieldCost\":{cost.FieldCost},\"typeCost\":{cost.TypeCost}}}")));
        }
    }
}
