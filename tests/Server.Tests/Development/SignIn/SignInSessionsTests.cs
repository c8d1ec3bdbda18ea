using OwnedData.Server.Development;
using OwnedData.Server.Development.SignIn;
using OwnedData.Server.Tests.Authentication;

namespace OwnedData.Server.Tests.Development.SignIn;

public sealed class SignInSessionsTests
{
    private const string Uri = "http://localhost:3000/callback";

    // RFC 7636, appendix B.
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private readonly ManualTime _time = new();
    private readonly SignInSessions _sessions;

    public SignInSessionsTests() => _sessions = new SignInSessions(_time);

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "The code has expired.")]
    public void A_code_is_good_for_a_minute(int seconds, string? expected)
    {
        var code = Start();
        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, _sessions.RedeemCode(code, Uri, Verifier).Error?.Description);
    }

    [Theory]
    [InlineData("http://localhost:3000/other", Verifier, "The redirect_uri is not the one that the code was asked for with.")]
    [InlineData(Uri, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX", "The code_verifier does not fit the code_challenge.")]
    [InlineData(Uri, Challenge, "The code_verifier does not fit the code_challenge.")]
    [InlineData(Uri, "short", "The code_verifier does not fit the code_challenge.")]
    [InlineData(Uri, "", "The code_verifier does not fit the code_challenge.")]
    public void A_wrong_address_or_verifier_uses_the_code_up(string uri, string verifier, string expected)
    {
        var code = Start();

        var wrong = _sessions.RedeemCode(code, uri, verifier).Error;
        var right = _sessions.RedeemCode(code, Uri, Verifier).Error;

        Assert.Equal(ProtocolError.InvalidGrant(expected), wrong);
        Assert.Equal(ProtocolError.InvalidGrant("It is unknown, or its sign-in has ended."), right);
    }

    [Fact]
    public void A_code_that_comes_twice_ends_the_sign_in_with_its_refresh_token()
    {
        var code = Start();
        var refreshToken = _sessions.RedeemCode(code, Uri, Verifier).Session!.RefreshToken!;

        var again = _sessions.RedeemCode(code, Uri, Verifier);
        var refreshed = _sessions.Refresh(refreshToken);

        Assert.Equal((null, ProtocolError.InvalidGrant("The code was used before; its sign-in has ended.")), again);
        Assert.Equal((null, ProtocolError.InvalidGrant("It is unknown, or its sign-in has ended.")), refreshed);
    }

    [Fact]
    public void A_refresh_token_that_comes_twice_ends_the_sign_in_with_the_newest_one()
    {
        var first = _sessions.RedeemCode(Start(), Uri, Verifier).Session!.RefreshToken!;
        var second = _sessions.Refresh(first).Session!.RefreshToken!;
        var third = _sessions.Refresh(second).Session!.RefreshToken!;

        var again = _sessions.Refresh(first);
        var newest = _sessions.Refresh(third);

        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
        Assert.Equal((null, ProtocolError.InvalidGrant("The refresh token was used before; its sign-in has ended.")), again);
        Assert.Equal((null, ProtocolError.InvalidGrant("It is unknown, or its sign-in has ended.")), newest);
    }

    [Fact]
    public void A_code_is_no_refresh_token_and_the_other_way_round()
    {
        var code = Start();
        var refreshToken = _sessions.RedeemCode(Start(), Uri, Verifier).Session!.RefreshToken!;

        Assert.Null(_sessions.Refresh(code).Session);
        Assert.Null(_sessions.RedeemCode(refreshToken, Uri, Verifier).Session);
    }

    [Fact]
    public void Without_offline_access_there_is_no_refresh_token() =>
        Assert.Null(_sessions.RedeemCode(Start("openid read:notes"), Uri, Verifier).Session!.RefreshToken);

    [Fact]
    public void A_sign_in_ends_after_a_day_and_when_it_is_ended()
    {
        var aged = _sessions.RedeemCode(Start(), Uri, Verifier).Session!;
        var ended = _sessions.RedeemCode(Start(), Uri, Verifier).Session!;

        _sessions.End(ended.Id);
        _sessions.End("unknown");
        _time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));

        Assert.Equal("The sign-in has ended after a day.", _sessions.Refresh(aged.RefreshToken!).Error?.Description);
        Assert.Equal("It is unknown, or its sign-in has ended.", _sessions.Refresh(ended.RefreshToken!).Error?.Description);
    }

    [Fact]
    public void Past_a_thousand_the_oldest_ends()
    {
        var codes = Enumerable.Range(0, 1001).Select(_ => Start()).ToList();

        Assert.Null(_sessions.RedeemCode(codes[0], Uri, Verifier).Session);
        Assert.NotNull(_sessions.RedeemCode(codes[1], Uri, Verifier).Session);
    }

    private string Start(string scopes = "openid offline_access") =>
        _sessions.Start(SampleUser.Find("alice")!, new AuthorizationRequest(Uri, scopes, null, Challenge));
}
