using Microsoft.AspNetCore.Authentication.JwtBearer;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Authentication;

/// <summary>Whose tokens are accepted: an authority from the framework's own keys, or the development issuer. Checked before anything else starts.</summary>
/// <param name="Authority">The issuer's address; null for the development issuer.</param>
/// <param name="ValidIssuers">Accepted `iss` values; empty for the one that the authority's discovery document names.</param>
/// <param name="ValidAudiences">Accepted `aud` values, at least one.</param>
/// <param name="RolesClaim">The claim that holds the roles.</param>
internal sealed record AuthenticationSettings(string? Authority, string[] ValidIssuers, string[] ValidAudiences, string RolesClaim)
{
    /// <summary>The settings, or what is wrong with the configuration.</summary>
    public static AuthenticationSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var bearer = configuration.GetSection("Authentication:Schemes:" + JwtBearerDefaults.AuthenticationScheme);
        if (bearer.GetSection("SigningKeys").Exists())
        {
            throw new StartupException(
                "Authentication:Schemes:Bearer:SigningKeys holds symmetric keys, which are not accepted. Remove it and set Authentication:Schemes:Bearer:Authority.");
        }

        var rolesClaim = ReadRolesClaim(configuration);
        var authority = bearer["Authority"] ?? bearer["MetadataAddress"];
        if (string.IsNullOrWhiteSpace(authority))
        {
            return isDevelopment
                ? new AuthenticationSettings(null, [Development.DevelopmentIssuer.Issuer], [Development.DevelopmentIssuer.Audience], rolesClaim)
                : throw new StartupException(
                    """
                    No token issuer is configured, and the built-in one runs in Development only. Set, for example as environment variables:
                      Authentication__Schemes__Bearer__Authority=https://your-tenant.example.com/
                      Authentication__Schemes__Bearer__ValidAudience=https://your-api.example.com
                    or, to try the server out: DOTNET_ENVIRONMENT=Development
                    """);
        }

        var audiences = ReadList(bearer, "ValidAudience", "ValidAudiences");
        return audiences.Length > 0
            ? new AuthenticationSettings(authority, ReadList(bearer, "ValidIssuer", "ValidIssuers"), audiences, rolesClaim)
            : throw new StartupException("Authentication:Schemes:Bearer:ValidAudience is missing: the audience that your issuer writes into tokens for this API.");
    }

    /// <summary>For people made up to try rules out: no issuer vouches for them, so they have the one identity that their `sub` is.</summary>
    public static AuthenticationSettings ForPersonas(IConfiguration configuration) => new(null, [], [], ReadRolesClaim(configuration));

    private static string ReadRolesClaim(IConfiguration configuration) =>
        configuration[ConfigurationKeys.RolesClaim.Name] ?? ConfigurationKeys.RolesClaim.Default;

    private static string[] ReadList(IConfigurationSection section, string single, string list) =>
        [.. section.GetSection(list).GetChildren().Select(child => child.Value).Append(section[single]).OfType<string>().Where(value => value.Length > 0)];
}
