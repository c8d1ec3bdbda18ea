using OwnedData.Server.Development.SignIn;

namespace OwnedData.Server.Tests.Development.SignIn;

public sealed class RegisteredClientTests
{
    [Theory]
    [InlineData("http://localhost:3000/callback", true)]
    [InlineData("http://localhost/", true)]
    [InlineData("http://localhost", true)]
    [InlineData("http://127.0.0.1:5173/a?b=c", true)]
    [InlineData("https://localhost:3000/callback", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://localhost@evil.example/", false)]
    [InlineData("http://localhost:3000@evil.example/", false)]
    [InlineData("http://evil.example/http://localhost", false)]
    [InlineData("http://evil.example\\@localhost/", false)]
    [InlineData("http:\\\\localhost\\x", false)]
    [InlineData("http:/localhost/", false)]
    [InlineData("//localhost/", false)]
    [InlineData("/callback", false)]
    [InlineData("HTTP://LOCALHOST/", false)]
    [InlineData("http://loopback/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("http://2130706433/", false)]
    [InlineData("http://localhost:3000/#fragment", false)]
    [InlineData("http://localhost:3000/\r\nSet-Cookie: a=b", false)]
    [InlineData("javascript:alert(1)//localhost", false)]
    [InlineData("data:text/html,localhost", false)]
    [InlineData("", false)]
    public void Without_a_list_every_http_address_of_this_machine_is_the_clients_and_nothing_else(string uri, bool may) =>
        Assert.Equal(may, RegisteredClient.Parse("")!.MayReturnTo(uri));

    [Theory]
    [InlineData("http://localhost:3000/callback", true)]
    [InlineData("http://localhost:3000/callback/", false)]
    [InlineData("http://localhost:3000/callback?x=1", false)]
    [InlineData("http://localhost:3001/callback", false)]
    [InlineData("http://127.0.0.1:3000/callback", false)]
    [InlineData("http://localhost:5173/", true)]
    public void With_a_list_exactly_those_are(string uri, bool may) =>
        Assert.Equal(may, RegisteredClient.Parse("http://localhost:3000/callback; http://localhost:5173/")!.MayReturnTo(uri));

    [Fact]
    public void A_list_with_another_machine_is_refused() => Assert.Null(RegisteredClient.Parse("http://localhost:3000/;https://app.example.com/"));
}
