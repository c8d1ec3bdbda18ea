using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OwnedData.Execution.Access;
using OwnedData.Server.Authentication;
using OwnedData.Server.Development;

namespace OwnedData.Server.Tests.Authentication;

public sealed class ViewerFactoryTests
{
    private readonly ViewerFactory _factory = new(new AuthenticationSettings(null, [DevelopmentIssuer.Issuer], [DevelopmentIssuer.Audience], "https://example.com/roles"));

    [Fact]
    public void No_token_is_the_anonymous_viewer() =>
        Assert.Same(Viewer.Anonymous, _factory.Create(new ClaimsPrincipal(new ClaimsIdentity())));

    [Fact]
    public void An_identity_that_no_token_stands_behind_is_anonymous() =>
        Assert.Same(Viewer.Anonymous, _factory.Create(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "alice")], "Other"))));

    [Fact]
    public async Task Subject_issuer_scopes_permissions_roles_and_claims_come_from_the_token()
    {
        var viewer = await CreateAsync(payload =>
        {
            payload["scope"] = "read:notes  write:notes";
            payload["permissions"] = new JsonArray("read:notes");
            payload["https://example.com/roles"] = new JsonArray("editor", "Super Admin");
            payload["https://my-api.com/department"] = "sales";
            payload["level"] = 3;
        });

        Assert.Equal("alice", viewer.Subject);
        Assert.Equal(DevelopmentIssuer.Issuer, viewer.Issuer);
        Assert.Equal(["read:notes", "write:notes"], viewer.Scopes.Order());
        Assert.Equal(["read:notes"], viewer.Permissions);
        Assert.Equal(["Super Admin", "editor"], viewer.Roles.Order(StringComparer.Ordinal));
        Assert.Equal("""{"https://my-api.com/department": "sales", "level": 3}""", viewer.Claims.ToString());
    }

    [Fact]
    public async Task Scopes_come_from_scp_where_there_is_no_scope()
    {
        Assert.Equal(["a", "b"], (await CreateAsync(payload => payload["scp"] = new JsonArray("a", "b"))).Scopes.Order());
        Assert.Equal(["a", "b"], (await CreateAsync(payload => payload["scp"] = "a b")).Scopes.Order());
    }

    [Fact]
    public async Task A_list_with_anything_but_strings_in_it_gives_nothing()
    {
        var viewer = await CreateAsync(payload =>
        {
            payload["scope"] = new JsonArray("read:notes", 1);
            payload["permissions"] = new JsonArray("read:notes", null);
            payload["https://example.com/roles"] = new JsonObject { ["admin"] = true };
        });

        Assert.Empty(viewer.Scopes);
        Assert.Empty(viewer.Permissions);
        Assert.Empty(viewer.Roles);
    }

    [Fact]
    public async Task A_list_of_one_is_no_single_claim() =>
        Assert.Equal("""{"department": ["sales"]}""", (await CreateAsync(payload => payload["department"] = new JsonArray("sales"))).Claims.ToString());

    [Fact]
    public async Task A_claim_with_null_or_an_object_in_it_is_missing() =>
        Assert.True((await CreateAsync(payload =>
        {
            payload["a"] = null;
            payload["b"] = new JsonObject { ["$ne"] = 1 };
            payload["c"] = new JsonArray("sales", null);
        })).Claims.IsEmpty);

    [Fact]
    public async Task With_one_issuer_the_owner_is_the_subject() =>
        Assert.Equal("alice", (await CreateAsync(_ => { })).Owner);

    [Fact]
    public async Task With_several_issuers_one_subject_is_several_owners()
    {
        var factory = new ViewerFactory(new AuthenticationSettings(null, [DevelopmentIssuer.Issuer, "https://other.example/"], [DevelopmentIssuer.Audience], "roles"));

        var viewer = await CreateAsync(_ => { }, factory);

        Assert.Equal(("alice", $"{DevelopmentIssuer.Issuer} alice"), (viewer.Subject, viewer.Owner));
    }

    private async Task<Viewer> CreateAsync(Action<JsonObject> change, ViewerFactory? factory = null)
    {
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(
            TestToken.With(token => change(token.Payload)),
            new TokenValidationParameters
            {
                ValidIssuer = DevelopmentIssuer.Issuer,
                ValidAudience = DevelopmentIssuer.Audience,
                IssuerSigningKey = new RsaSecurityKey(TestKeys.Development),
            });
        return (factory ?? _factory).Create(new ClaimsPrincipal(result.ClaimsIdentity));
    }
}
