using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using OwnedData.Server.Development;

namespace OwnedData.Server.Authentication;

/// <summary>Registers all that turns a token into a viewer.</summary>
internal static class AuthenticationServices
{
    public static void AddBearerAuthentication(this IServiceCollection services, AuthenticationSettings settings, DevelopmentIssuer? developmentIssuer)
    {
        services.AddSingleton(settings);
        if (developmentIssuer is not null)
        {
            services.AddSingleton(developmentIssuer);
        }

        services.AddSingleton<BearerEvents>();
        services.AddAuthenticationCore(options => options.DefaultScheme = JwtBearerDefaults.AuthenticationScheme);
        services.AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider, BearerConfiguration>();
        new AuthenticationBuilder(services).AddJwtBearer();

        // After AddJwtBearer: what comes later wins.
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerSetup>();
    }
}
