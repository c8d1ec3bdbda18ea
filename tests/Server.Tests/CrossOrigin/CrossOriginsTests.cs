using OwnedData.Server.CrossOrigin;

namespace OwnedData.Server.Tests.CrossOrigin;

public sealed class CrossOriginsTests
{
    [Theory]
    [InlineData("http://localhost:3000", true)]
    [InlineData("https://localhost", true)]
    [InlineData("http://127.0.0.1:5173", true)]
    [InlineData("http://[::1]:5173", true)]
    [InlineData("http://localhost.evil.example", false)]
    [InlineData("http://evil.example/localhost", false)]
    [InlineData("http://localhost@evil.example", false)]
    [InlineData("https://app.example.com", false)]
    [InlineData("file://localhost", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    public void Development_allows_localhost_when_none_is_listed(string origin, bool isAllowed)
    {
        Assert.Equal(isAllowed, CrossOrigins.Parse("", isDevelopment: true)!.Allows(origin));
        Assert.False(CrossOrigins.Parse("", isDevelopment: false)!.Allows(origin));
        Assert.False(CrossOrigins.Parse("https://other.example", isDevelopment: true)!.Allows(origin));
    }

    [Theory]
    [InlineData("https://app.example.com", true)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("https://app.example.com:8443", false)]
    [InlineData("http://app.example.com", false)]
    [InlineData("https://app.example.com.evil.example", false)]
    [InlineData("https://sub.app.example.com", false)]
    public void A_list_allows_what_it_holds_and_nothing_like_it(string origin, bool isAllowed) =>
        Assert.Equal(isAllowed, CrossOrigins.Parse("https://app.example.com; http://localhost:3000", isDevelopment: false)!.Allows(origin));

    [Theory]
    [InlineData("*")]
    [InlineData("app.example.com")]
    [InlineData("https://app.example.com/")]
    [InlineData("https://app.example.com/path")]
    [InlineData("https://app.example.com:443")]
    [InlineData("https://App.example.com")]
    [InlineData("https://*.example.com")]
    [InlineData("ftp://app.example.com")]
    [InlineData("https://ok.example; nonsense")]
    public void What_no_browser_sends_as_an_origin_is_no_entry(string text) => Assert.Null(CrossOrigins.Parse(text, isDevelopment: false));
}
