using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OwnedData.Server.Development;
using OwnedData.Server.Tests.Authentication;

namespace OwnedData.Server.Tests.GraphQL;

/// <summary>A request that is handed to the endpoint without a server around it.</summary>
internal static class TestRequest
{
    public static DefaultHttpContext Create(string method, string json, string queryString = "")
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Request.Method = method;
        http.Request.Headers["GraphQL-Preflight"] = "1";
        http.Request.QueryString = new QueryString(queryString);
        http.Request.ContentType = "application/json";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return http;
    }

    /// <summary>Alice with a validated token.</summary>
    public static async Task<ClaimsPrincipal> SignInAsync(string scope = "read:notes")
    {
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(
            TestToken.With(token => token.Payload["scope"] = scope),
            new TokenValidationParameters
            {
                ValidIssuer = DevelopmentIssuer.Issuer,
                ValidAudience = DevelopmentIssuer.Audience,
                IssuerSigningKey = new RsaSecurityKey(TestKeys.Development),
            });
        return new ClaimsPrincipal(result.ClaimsIdentity);
    }

    public static string ReadBody(DefaultHttpContext http) => Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
}
