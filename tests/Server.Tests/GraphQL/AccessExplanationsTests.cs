using Microsoft.AspNetCore.Http;
using OwnedData.Execution.Access;
using OwnedData.Server.GraphQL;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.GraphQL;

public sealed class AccessExplanationsTests
{
    private static readonly Viewer s_auditor = new() { Subject = "a", Permissions = ["audit"] };
    private static readonly Viewer s_other = new() { Subject = "b", Scopes = ["read"] };

    [Theory]
    [InlineData("explain", true)]
    [InlineData("Explain", true)]
    [InlineData("no", false)]
    [InlineData(null, false)]
    public void They_are_for_requests_that_ask(string? header, bool isRecorded) =>
        Assert.Equal(isRecorded, Create(isOpen: true, policy: null).CreateRecorder(Request(header)) is not null);

    [Fact]
    public void In_Development_everybody_may_ask() =>
        Assert.True(Create(isOpen: true, policy: null).Check(Request("explain"), Viewer.Anonymous).TryGetValue(out _));

    [Fact]
    public void Elsewhere_those_may_ask_who_hold_the_policy()
    {
        var explanations = Create(isOpen: false, policy: "audit");

        Assert.True(explanations.Check(Request("explain"), s_auditor).TryGetValue(out _));
        Assert.Equal("OD0303", Assert.Single(explanations.Check(Request("explain"), s_other).Errors).Code.Code);
        Assert.Equal("OD0303", Assert.Single(explanations.Check(Request("explain"), Viewer.Anonymous).Errors).Code.Code);
        Assert.True(explanations.Check(Request(null), s_other).TryGetValue(out _));
    }

    [Fact]
    public void Without_a_policy_nobody_may() =>
        Assert.Equal(403, Assert.Single(Create(isOpen: false, policy: null).Check(Request("explain"), s_auditor).Errors).Code.HttpStatus);

    private static AccessExplanations Create(bool isOpen, string? policy) => new(ApiLoading.Load(path: null).Model, isOpen, policy);

    private static HttpRequest Request(string? header)
    {
        var http = new DefaultHttpContext();
        if (header is not null)
        {
            http.Request.Headers["GraphQL-Access"] = header;
        }

        return http.Request;
    }
}
