namespace OwnedData.Schema.Api;

/// <summary>Descriptions that stand in several places of the published schema.</summary>
internal static class ApiDescriptions
{
    public const string Id = "Its id, unique among all types.";
}
