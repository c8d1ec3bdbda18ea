namespace OwnedData.Server.Overload;

/// <summary>The mark of a connection over the limit, among its features.</summary>
internal sealed class SurplusConnection
{
    public static readonly SurplusConnection Instance = new();

    private SurplusConnection()
    {
    }
}
