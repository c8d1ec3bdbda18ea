namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Every bit test with every kind of mask finds among values of every kind what MongoDB's own server finds.</summary>
public sealed class BitTestComparison
{
    private static readonly string[] s_values =
    [
        "0", "1", "5", "-1", "-2", "1.0", "5.5", """{"$numberLong": "1099511627776"}""", """{"$numberDouble": "NaN"}""", """{"$numberDouble": "Infinity"}""",
        """{"$binary": {"base64": "BQ==", "subType": "00"}}""", """{"$binary": {"base64": "BYA=", "subType": "05"}}""", """{"$binary": {"base64": "", "subType": "00"}}""",
        "\"5\"", "[1, 5]", "[]", "null", "1e30",
    ];

    private static readonly string[] s_masks =
    [
        "0", "1", "5", "5.0", """{"$numberLong": "1099511627776"}""", "[]", "[0, 2]", "[70]", "[2.0]", "[-1]", "[1.5]", "[\"a\"]", "[3000000000]", "-1", "1.5", "1e300", "\"a\"", "null", "{}",
        """{"$binary": {"base64": "BQ==", "subType": "00"}}""", """{"$binary": {"base64": "", "subType": "00"}}""", """{"$binary": {"base64": "AAAAAAAAAAAAAQ==", "subType": "00"}}""",
    ];

    [ReferenceTheory]
    [InlineData("$bitsAllSet")]
    [InlineData("$bitsAnySet")]
    [InlineData("$bitsAllClear")]
    [InlineData("$bitsAnyClear")]
    public async Task A_bit_test_finds_the_same(string name)
    {
        await using var servers = await ServerPair.OpenAsync();
        await servers.RunAsync($"{{\"insert\": \"a\", \"documents\": [{string.Join(", ", s_values.Select((value, id) => $"{{\"_id\": {id}, \"v\": {value}}}"))}]}}");
        var differences = new List<string>();
        foreach (var mask in s_masks)
        {
            var (embedded, reference) = await servers.RunAsync($"{{\"find\": \"a\", \"filter\": {{\"v\": {{\"{name}\": {mask}}}}}, \"sort\": {{\"_id\": 1}}, \"projection\": {{\"_id\": 1}}}}");
            if (embedded != reference)
            {
                differences.Add($"{mask}\n{ServerPair.Show(embedded, reference)}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
