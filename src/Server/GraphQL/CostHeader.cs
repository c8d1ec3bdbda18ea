namespace OwnedData.Server.GraphQL;

/// <summary>The header `GraphQL-Cost` of a request; <see cref="CostReply"/> answers it.</summary>
internal static class CostHeader
{
    private const string Name = "GraphQL-Cost";

    public static CostReport Read(HttpRequest request)
    {
        string? word = request.Headers[Name];
        if (word is null)
        {
            return CostReport.None;
        }

        return word.Equals("report", StringComparison.OrdinalIgnoreCase) ? CostReport.Report
            : word.Equals("validate", StringComparison.OrdinalIgnoreCase) ? CostReport.Validate
            : CostReport.None;
    }
}
