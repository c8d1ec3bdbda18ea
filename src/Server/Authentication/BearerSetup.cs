using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using OwnedData.Server.Development;

namespace OwnedData.Server.Authentication;

/// <summary>Hardens the framework's bearer handler. It runs after the configuration keys were read, so no key can loosen what is set here.</summary>
internal sealed class BearerSetup(
    AuthenticationSettings settings,
    TimeProvider timeProvider,
    ILogger<KeyServer> keyServerLogger,
    BearerEvents events,
    DevelopmentIssuer? developmentIssuer = null) : IConfigureNamedOptions<JwtBearerOptions>
{
    private static readonly TimeSpan s_fetchTimeout = TimeSpan.FromSeconds(5);

    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.IncludeErrorDetails = false;
        options.Events = events;
        options.TimeProvider = timeProvider;

        var parameters = options.TokenValidationParameters;
        parameters.ValidAlgorithms = TokenHeader.Algorithms;
        parameters.ClockSkew = AccessTokenRules.ClockSkew;
        parameters.RequireSignedTokens = true;
        parameters.RequireExpirationTime = true;
        parameters.RequireAudience = true;
        parameters.ValidateLifetime = true;
        parameters.ValidateAudience = true;
        parameters.ValidAudiences = settings.ValidAudiences;

        // The framework validates the issuer only when one is configured; here it always is: the configured ones, else the discovered one.
        parameters.ValidateIssuer = true;
        parameters.ValidIssuers = settings.ValidIssuers;
        parameters.ValidateIssuerSigningKey = true;
        parameters.IncludeTokenOnFailedValidation = false;
        if (developmentIssuer is not null)
        {
            parameters.IssuerSigningKeys = [developmentIssuer.PublicKey];
        }
        else
        {
            options.ConfigurationManager = CreateKeyServer(options);
        }
    }

    private KeyServer CreateKeyServer(JwtBearerOptions options)
    {
        var metadataAddress = string.IsNullOrEmpty(options.MetadataAddress)
            ? settings.Authority!.TrimEnd('/') + "/.well-known/openid-configuration"
            : options.MetadataAddress;
        var client = new HttpClient { Timeout = s_fetchTimeout, MaxResponseContentBufferSize = 1024 * 1024 };
        var retriever = new HttpDocumentRetriever(client) { RequireHttps = options.RequireHttpsMetadata };
        return new KeyServer(metadataAddress, IsExpectedIssuer, retriever, timeProvider, keyServerLogger);
    }

    // OpenID Connect Discovery §4.3: the document must be about the issuer that was asked for. Some write a final slash, some don't.
    private bool IsExpectedIssuer(string issuer) =>
        settings.ValidIssuers.Length > 0
            ? settings.ValidIssuers.Contains(issuer, StringComparer.Ordinal)
            : issuer.TrimEnd('/') == settings.Authority!.TrimEnd('/');
}
