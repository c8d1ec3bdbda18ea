using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

// The least a server can do for the list query: validate the same token with the framework's own handler, read the body, write the same bytes.
// Bare <url> <development-issuer.pem> <response.json>
using var key = RSA.Create();
key.ImportFromPem(await File.ReadAllTextAsync(args[1]));
var response = await File.ReadAllBytesAsync(args[2]);

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(args[0]);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Logging.ClearProviders();
builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
{
    options.MapInboundClaims = false;
    options.TokenValidationParameters = new TokenValidationParameters
    {
        IssuerSigningKey = new RsaSecurityKey(key),
        TryAllIssuerSigningKeys = true,
        ValidIssuer = "http://localhost:5080/dev",
        ValidateAudience = false,
    };
});
var app = builder.Build();
app.MapPost("/graphql", async http =>
{
    var authentication = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
    if (!authentication.Succeeded)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return;
    }

    await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    http.Response.ContentType = "application/graphql-response+json; charset=utf-8";
    http.Response.ContentLength = response.Length;
    await http.Response.BodyWriter.WriteAsync(response, http.RequestAborted);
});
await app.RunAsync();
