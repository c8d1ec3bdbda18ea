using System.Text;
using System.Text.Json;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Responses;

/// <summary>A field of a <see cref="PermissionsShape"/>.</summary>
/// <param name="ResponseName">Its name in the response.</param>
/// <param name="Condition">Index into the request's <see cref="ConditionSet"/>.</param>
/// <param name="Operation">Null for `__typename`.</param>
internal sealed record PermissionField(string ResponseName, int Condition, AccessOperation? Operation)
{
    /// <summary>`"name":`, ready to copy.</summary>
    public byte[] NamePrefix { get; } = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(ResponseName) + ":");
}
