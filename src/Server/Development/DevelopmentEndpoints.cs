using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace OwnedData.Server.Development;

/// <summary>What an issuer publishes: its discovery document and its key set, for other services that want to accept the sample tokens.</summary>
internal static class DevelopmentEndpoints
{
    private const string KeysPath = "/dev/jwks";

    public static void MapDevelopmentIssuer(this IEndpointRouteBuilder endpoints, DevelopmentIssuer issuer)
    {
        endpoints.MapGet("/dev/.well-known/openid-configuration", http => SendAsync(http, Discovery(http.Request)));
        endpoints.MapGet(KeysPath, http => SendAsync(http, KeySet(issuer)));
    }

    private static JsonObject Discovery(HttpRequest request) => new()
    {
        ["issuer"] = DevelopmentIssuer.Issuer,
        ["jwks_uri"] = $"{request.Scheme}://{request.Host}{KeysPath}",
        ["response_types_supported"] = new JsonArray("token"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    };

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
