using Microsoft.AspNetCore.Cors.Infrastructure;

namespace OwnedData.Server.CrossOrigin;

/// <summary>Adds the framework's CORS with this server's policy.</summary>
internal static class CrossOriginServices
{
    public static void AddCrossOrigin(this IServiceCollection services, CrossOrigins origins)
    {
        services.AddCors();
        services.AddSingleton<ICorsService, CrossOriginHeaders>();
        services.AddSingleton(origins);
        services.AddSingleton<ICorsPolicyProvider, CrossOriginPolicy>();
    }
}
