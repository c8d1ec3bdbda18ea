using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OwnedData.Server.Development.SignIn;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Development;

/// <summary>
/// A token issuer for trying the server out, in Development and only while no authority is configured. Its RSA key is kept in the data
/// folder, readable by its owner only, so that tokens stay good across restarts.
/// </summary>
internal sealed class DevelopmentIssuer
{
    /// <summary>A name, not an address: tokens stay good when the server listens elsewhere.</summary>
    public const string Issuer = "http://localhost:5080/dev";

    public const string Audience = "owneddata";

    private const string KeyFile = "development-issuer.pem";
    private const int KeySize = 2048;

    private readonly RsaSecurityKey _privateKey;
    private readonly TimeProvider _timeProvider;

    private DevelopmentIssuer(RSA key, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        PublicParameters = key.ExportParameters(includePrivateParameters: false);
        PublicKey = new RsaSecurityKey(PublicParameters);
        KeyId = Base64UrlEncoder.Encode(PublicKey.ComputeJwkThumbprint());
        PublicKey.KeyId = KeyId;
        _privateKey = new RsaSecurityKey(key) { KeyId = KeyId };
    }

    public RSAParameters PublicParameters { get; }

    public RsaSecurityKey PublicKey { get; }

    /// <summary>The key's thumbprint, RFC 7638.</summary>
    public string KeyId { get; }

    /// <summary>The issuer with the key of that data folder, made when there is none. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
    public static DevelopmentIssuer Open(string dataFolder, TimeProvider timeProvider)
    {
        DataFolder.Create(dataFolder);
        var path = Path.Combine(dataFolder, KeyFile);
        if (!File.Exists(path))
        {
            CreateKey(path);
        }

        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new IOException($"{path} holds no RSA key. Remove it, and a new one is made.", exception);
        }

        return new DevelopmentIssuer(key, timeProvider);
    }

    /// <summary>A signed access token, RFC 9068. A claim with several values becomes a list.</summary>
    public string CreateToken(string subject, string? scope, ILookup<string, string> claims, TimeSpan lifetime)
    {
        var payload = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            payload[claim.Key] = claim.Count() == 1 ? claim.First() : claim.ToArray();
        }

        if (scope is not null)
        {
            payload["scope"] = scope;
        }

        payload["sub"] = subject;
        payload["client_id"] = RegisteredClient.Id;
        payload["jti"] = Guid.NewGuid().ToString();
        return Sign("at+jwt", Audience, payload, lifetime);
    }

    /// <summary>An ID token, OpenID Connect Core §2: who signed in, for the client alone; its audience keeps it out of the API.</summary>
    public string CreateIdToken(SignInSession session)
    {
        var payload = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = session.User.Subject,
            ["sid"] = session.Id,
            ["auth_time"] = session.SignedInAt.ToUnixTimeSeconds(),
        };
        if (session.Request.Nonce is { } nonce)
        {
            payload["nonce"] = nonce;
        }

        if (session.HasScope("profile"))
        {
            payload["name"] = session.User.Subject;
        }

        return Sign("JWT", RegisteredClient.Id, payload, SampleUser.TokenLifetime);
    }

    /// <summary>The `sid` of an ID token of this issuer, expired or not; null for anything else.</summary>
    public async Task<string?> ReadSessionAsync(string idToken)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidTypes = ["JWT"],
            ValidIssuer = Issuer,
            ValidAudience = RegisteredClient.Id,
            ValidateLifetime = false,
            IssuerSigningKey = PublicKey,
        });
        return result.IsValid && result.Claims.TryGetValue("sid", out var session) ? session as string : null;
    }

    private string Sign(string type, string audience, Dictionary<string, object> payload, TimeSpan lifetime)
    {
        var now = _timeProvider.GetUtcNow();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = payload,
            SigningCredentials = new SigningCredentials(_privateKey, SecurityAlgorithms.RsaSha256),
        });
    }

    // Written beside and moved, so that a server and a `token` command that start together agree on one key.
    private static void CreateKey(string path)
    {
        using var key = RSA.Create(KeySize);
        var temporary = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(temporary, options))
        {
            writer.Write(key.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
