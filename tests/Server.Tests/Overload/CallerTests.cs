using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OwnedData.Server.Overload;

namespace OwnedData.Server.Tests.Overload;

public sealed class CallerTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1")]
    public void One_network_of_version_6_and_one_address_of_version_4_in_either_form_is_one_caller(string first, string second) =>
        Assert.Equal(Caller.OfAddress(IPAddress.Parse(first)), Caller.OfAddress(IPAddress.Parse(second)));

    // Two of a hundred may share a place by chance; half of them can't.
    [Theory]
    [InlineData("2001:db8:1:{0}::1")]
    [InlineData("192.0.2.{0}")]
    public void Neighbouring_addresses_are_different_callers(string pattern) =>
        Assert.InRange(Enumerable.Range(1, 99).Select(number => Caller.OfAddress(IPAddress.Parse(string.Format(pattern, number)))).Distinct().Count(), 50, 99);

    [Fact]
    public void However_many_addresses_come_the_callers_stay_few()
    {
        var callers = new HashSet<Caller>();
        Span<byte> address = stackalloc byte[16];
        for (var network = 0; network < 500_000; network++)
        {
            BitConverter.TryWriteBytes(address[2..], network);
            callers.Add(Caller.OfAddress(new IPAddress(address)));
        }

        Assert.InRange(callers.Count, Caller.Places / 2, Caller.Places);
    }

    [Fact]
    public async Task A_caller_with_a_token_is_its_issuer_and_subject_wherever_it_comes_from()
    {
        var home = Caller.Of(await RequestAsync("192.0.2.1", "https://issuer.example/", "alice"));

        Assert.Equal(home, Caller.Of(await RequestAsync("198.51.100.1", "https://issuer.example/", "alice")));
        Assert.NotEqual(home, Caller.Of(await RequestAsync("192.0.2.1", "https://other.example/", "alice")));
        Assert.NotEqual(home, Caller.Of(await RequestAsync("192.0.2.1", "https://issuer.example/", "bob")));
    }

    [Fact]
    public void A_request_without_an_address_is_counted_too() => Assert.Equal(Caller.OfAddress(null), Caller.Of(new DefaultHttpContext()));

    private static async Task<DefaultHttpContext> RequestAsync(string address, string issuer, string subject)
    {
        var handler = new JsonWebTokenHandler();
        var token = handler.CreateToken(new SecurityTokenDescriptor { Issuer = issuer, Claims = new Dictionary<string, object> { ["sub"] = subject } });
        var parameters = new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidateAudience = false,
            SignatureValidator = (text, _) => new JsonWebToken(text),
        };
        return new DefaultHttpContext
        {
            Connection = { RemoteIpAddress = IPAddress.Parse(address) },
            User = new ClaimsPrincipal((await handler.ValidateTokenAsync(token, parameters)).ClaimsIdentity),
        };
    }
}
