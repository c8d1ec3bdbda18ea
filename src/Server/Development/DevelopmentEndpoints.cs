using System.Buffers.Text;
using System.Text.Json.Nodes;
using OwnedData.Server.Development.SignIn;

namespace OwnedData.Server.Development;

/// <summary>The built-in issuer over HTTP: its discovery document and its key set, and the authorization code flow for front ends.</summary>
internal static class DevelopmentEndpoints
{
    private const string KeysPath = "/dev/jwks";
    private const string AuthorizationPath = "/dev/authorize";
    private const string TokenPath = "/dev/token";
    private const string LogoutPath = "/dev/logout";

    public static void MapDevelopmentIssuer(this IEndpointRouteBuilder endpoints, DevelopmentIssuer issuer, RegisteredClient client, TimeProvider timeProvider)
    {
        var sessions = new SignInSessions(timeProvider);
        endpoints.MapGet("/dev/.well-known/openid-configuration", http => SendAsync(http, Discovery(http.Request)));
        endpoints.MapGet(KeysPath, http => SendAsync(http, KeySet(issuer)));
        endpoints.MapMethods(AuthorizationPath, [HttpMethods.Get, HttpMethods.Post], new AuthorizationEndpoint(client, sessions).HandleAsync);
        endpoints.MapPost(TokenPath, new TokenEndpoint(issuer, sessions).HandleAsync);
        endpoints.MapGet(LogoutPath, new LogoutEndpoint(issuer, client, sessions).HandleAsync);
    }

    private static JsonObject Discovery(HttpRequest request)
    {
        var address = $"{request.Scheme}://{request.Host}";
        return new JsonObject
        {
            ["issuer"] = DevelopmentIssuer.Issuer,
            ["authorization_endpoint"] = address + AuthorizationPath,
            ["token_endpoint"] = address + TokenPath,
            ["end_session_endpoint"] = address + LogoutPath,
            ["jwks_uri"] = address + KeysPath,
            ["scopes_supported"] = new JsonArray([.. $"openid profile offline_access {SampleUser.Scopes}".Split(' ').Select(scope => JsonValue.Create(scope))]),
            ["response_types_supported"] = new JsonArray("code"),
            ["response_modes_supported"] = new JsonArray("query"),
            ["grant_types_supported"] = new JsonArray("authorization_code", "refresh_token"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("none"),
            ["code_challenge_methods_supported"] = new JsonArray(Pkce.Method),
            ["claims_supported"] = new JsonArray("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "sid", "name"),
            ["request_parameter_supported"] = false,
            ["request_uri_parameter_supported"] = false,
            ["authorization_response_iss_parameter_supported"] = true,
        };
    }

    private static JsonObject KeySet(DevelopmentIssuer issuer) => new()
    {
        ["keys"] = new JsonArray(new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = issuer.KeyId,
            ["n"] = Base64Url.EncodeToString(issuer.PublicParameters.Modulus),
            ["e"] = Base64Url.EncodeToString(issuer.PublicParameters.Exponent),
        }),
    };

    private static Task SendAsync(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}
