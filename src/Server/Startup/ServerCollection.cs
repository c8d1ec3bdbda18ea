using OwnedData.Schema.Model;

namespace OwnedData.Server.Startup;

/// <summary>The one collection that is the server's own and that no model may name.</summary>
internal static class ServerCollection
{
    public const string Name = "owneddata_settings";

    public static void ThrowIfDeclared(DataModel model)
    {
        if (model.StoredTypes.FirstOrDefault(type => type.Collection == Name) is { } type)
        {
            throw new StartupException($"The type {type.Name} is stored in {Name}, which the server keeps its own settings in. Name another collection.");
        }
    }
}
