using Microsoft.AspNetCore.Authentication;

namespace OwnedData.Server.Authentication;

/// <summary>Where the bearer handler reads the framework's own keys. AddAuthentication would bring this, and data protection with it, which writes keys to disk at every first start.</summary>
internal sealed class BearerConfiguration(IConfiguration configuration) : IAuthenticationConfigurationProvider
{
    public IConfiguration AuthenticationConfiguration => configuration.GetSection("Authentication");
}
