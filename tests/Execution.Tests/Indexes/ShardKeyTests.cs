using System.Text;
using OwnedData.Execution.Indexes;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Indexes;

public sealed class ShardKeyTests
{
    [Theory]
    [InlineData("@owned { name: String }", "owner_id")]
    [InlineData("@owned @index(fields: [\"name\"]) @unique(fields: [\"name\"]) { name: String! }", "owner_id")]
    [InlineData("@owned(field: \"user\") { name: String }", "user")]
    [InlineData("@owned @restrict(where: { region: { eq: \"$claim:region\" } }) { region: String! @internal }", "region,owner_id")]
    [InlineData("@owned @allow(where: { readers: { some: { eq: \"$sub\" } } }) { readers: [ID!]! }", "")]
    [InlineData("@owned @allow(where: { readers: { some: { eq: \"$sub\" } } }) @restrict(where: { org: { eq: \"$claim:org\" } }) { org: String! @internal  readers: [ID!]! }", "org")]
    [InlineData("@owned @allow(on: [DELETE], roles: [\"admin\"]) { name: String }", "")]
    [InlineData("@owned @allow(on: [READ], roles: [\"admin\"]) { name: String }", "")]
    [InlineData("@owned @restrict(on: [READ], where: { region: { eq: \"$claim:region\" } }) { region: String! }", "")]
    [InlineData("@public { name: String }", "")]
    public void The_key_is_what_every_command_names(string type, string expected)
    {
        var loaded = ModelLoader.Load([new ModelSource("model.graphql", Encoding.UTF8.GetBytes($"type Thing @collection(name: \"things\") {type}"))]);
        Assert.Empty(loaded.Errors.Select(error => error.ToString()));

        Assert.Equal(expected, string.Join(',', ShardKey.Of(loaded.Model!.StoredTypes[0])));
    }
}
