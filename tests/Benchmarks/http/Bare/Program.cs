using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using OwnedData.Bare;

// The least a server can do for the list query: validate the same token with the framework's own handler, read the body, write the same bytes.
// Bare <url> <development-issuer.pem, or none to validate nothing> <response.json>
// Bare <url> <development-issuer.pem, or none> <MongoDB URI> <command.json>: sends that find and writes its notes as the same response.
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(args[0]);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Logging.ClearProviders();
var isValidating = args[1] != "none";
using var key = RSA.Create();
if (isValidating)
{
    key.ImportFromPem(await File.ReadAllTextAsync(args[1]));
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
}

var app = builder.Build();
using var notes = args.Length > 3 ? new StoredNotes(args[2], await File.ReadAllTextAsync(args[3])) : null;
var response = notes is null ? await File.ReadAllBytesAsync(args[2]) : [];
app.MapPost("/graphql", async http =>
{
    if (isValidating && !(await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme)).Succeeded)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return;
    }

    await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    http.Response.ContentType = "application/graphql-response+json; charset=utf-8";
    if (notes is not null)
    {
        await notes.WriteAsync(http.Response.BodyWriter, http.RequestAborted);
        return;
    }

    http.Response.ContentLength = response.Length;
    await http.Response.BodyWriter.WriteAsync(response, http.RequestAborted);
});
await app.RunAsync();
