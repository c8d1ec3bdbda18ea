using System.Text;
using System.Text.Json;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Tests.Golden;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Robustness;

/// <summary>Requests that want to cost more than they ask for: each ends with an answer, and with no more commands than a plain one.</summary>
public sealed class HostileRequestTests
{
    [Fact]
    public async Task Thousands_of_aliases_are_one_command_that_reads_each_field_once()
    {
        using var api = await Api.CreateAsync(limits: OperationLimits.Default with { Aliases = 4000, Fields = 4002 });
        await SampleData.InsertAsync(api);
        var aliases = string.Join(' ', Enumerable.Range(0, 4000).Select(number => $"a{number}: title"));

        var response = await api.RunAsync($"{{ notes(first: 1) {{ nodes {{ {aliases} }} }} }}", Api.Alice);

        using var json = JsonDocument.Parse(response);
        Assert.Equal(4000, json.RootElement.GetProperty("data").GetProperty("notes").GetProperty("nodes")[0].EnumerateObject().Count());
        Assert.EndsWith(""" "projection": {"title": 1}, "limit": 2}""", Assert.Single(api.Store.Commands).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_aliases_than_the_limits_allow_never_reach_a_plan()
    {
        using var api = await Api.CreateAsync();
        var aliases = string.Join(' ', Enumerable.Range(0, 10_000).Select(number => $"a{number}: title"));

        var response = await api.RunAsync($"{{ notes {{ nodes {{ {aliases} }} }} }}", Api.Alice);

        Assert.StartsWith("""{"errors":[{""", response, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\":", response, StringComparison.Ordinal);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task Fragments_that_spread_each_other_twice_are_counted_without_being_spread()
    {
        using var api = await Api.CreateAsync();
        await SampleData.InsertAsync(api);
        var text = new StringBuilder("{ notes(first: 1) { nodes { ...F0 } } } fragment F60 on Note { title }");
        for (var number = 0; number < 60; number++)
        {
            text.Append($" fragment F{number} on Note {{ ...F{number + 1} ...F{number + 1} }}");
        }

        var response = await api.RunAsync(text.ToString(), Api.Alice);

        Assert.Equal(
            """{"errors":[{"message":"The operation selects more than 2000 fields, counted with all fragments spread.","locations":[{"line":1,"column":1}],"extensions":{"code":"OD0206"}}]}""",
            response);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task Fragments_under_conditions_that_multiply_are_refused()
    {
        using var api = await Api.CreateAsync(limits: OperationLimits.Default with { Fields = int.MaxValue });
        var text = new StringBuilder($"query ({string.Join(' ', Enumerable.Range(0, 24).Select(number => $"$v{number}: Boolean! = true"))}) {{ notes {{ nodes {{ ...F0 }} }} }} fragment F24 on Note {{ title }}");
        for (var number = 0; number < 24; number++)
        {
            text.Append($" fragment F{number} on Note {{ ...F{number + 1} @include(if: $v{number}) ...F{number + 1} @skip(if: $v{number}) }}");
        }

        var response = await api.RunAsync(text.ToString(), Api.Alice);

        Assert.Equal(
            """{"errors":[{"message":"The operation spreads fragments under too many different conditions. Use fewer variables in @include and @skip.","locations":[{"line":1,"column":1}],"extensions":{"code":"OD0204"}}]}""",
            response);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task A_field_under_many_conditions_is_written_when_one_of_them_holds()
    {
        using var api = await Api.CreateAsync();
        await SampleData.InsertAsync(api);
        const string query = "query ($a: Boolean!, $b: Boolean!) { notes(first: 1) { nodes { ...T @include(if: $a) ...T @include(if: $b) title @skip(if: $a) id } } } fragment T on Note { title place { city @include(if: $b) country } }";

        foreach (var (a, b, expected) in ((bool, bool, string)[])
        [
            (true, true, "\"title\":\"Bread\",\"place\":{\"city\":\"Bern\",\"country\":\"CH\"},"), (true, false, "\"title\":\"Bread\",\"place\":{\"country\":\"CH\"},"),
            (false, true, "\"title\":\"Bread\",\"place\":{\"city\":\"Bern\",\"country\":\"CH\"},"), (false, false, "\"title\":\"Bread\","),
        ])
        {
            var response = await api.RunAsync(query, Api.Alice, $$"""{ "a": {{(a ? "true" : "false")}}, "b": {{(b ? "true" : "false")}} }""");

            Assert.Equal($$$$$"""{"data":{"notes":{"nodes":[{{{{{{expected}}}}}"id":"Tm90ZTo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE="}]}}}""", response);
        }
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    [InlineData(55, false)]
    public async Task A_filter_nests_or_as_deep_as_the_store_takes_it_and_no_deeper(int depth, bool isAnswered)
    {
        using var api = await Api.CreateAsync();
        await SampleData.InsertAsync(api);
        var objects = string.Concat(Enumerable.Repeat("{\"or\":", depth)) + "{\"title\":{\"eq\":\"Boat\"}}" + new string('}', depth);
        var elements = "{\"tags\":{\"some\":" + string.Concat(Enumerable.Repeat("{\"or\":", depth)) + "{\"eq\":\"sea\"}" + new string('}', depth) + "}}";

        foreach (var where in (string[])[objects, elements])
        {
            var response = await api.RunAsync("query ($where: NoteFilterInput) { notes(where: $where) { nodes { title } } }", Api.Alice, $$"""{ "where": {{where}} }""");

            Assert.Equal(
                isAnswered
                    ? """{"data":{"notes":{"nodes":[{"title":"Boat"}]}}}"""
                    : """{"errors":[{"message":"The filter nests `or` more than 16 levels deep.","locations":[{"line":1,"column":35}],"path":["notes"],"extensions":{"code":"OD0404"}}],"data":{"notes":null}}""",
                response);
        }
    }

    [Theory]
    [InlineData("{ \"$ne\": null }")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("true")]
    public async Task A_value_of_another_type_than_a_text_is_refused_before_anything_is_sent(string value)
    {
        using var api = await Api.CreateAsync();

        var filter = await api.RunAsync("query ($v: String) { notes(where: { title: { eq: $v } }) { totalCount } }", Api.Alice, $$"""{ "v": {{value}} }""");
        var nested = await api.RunAsync("query ($where: NoteFilterInput) { notes(where: $where) { totalCount } }", Api.Alice, $$"""{ "where": { "title": { "eq": {{value}} } } }""");
        var operation = await api.RunAsync("query ($where: NoteFilterInput) { notes(where: $where) { totalCount } }", Api.Alice, """{ "where": { "title": { "$ne": null } } }""");

        Assert.All([filter, nested, operation], response => Assert.Contains("\"extensions\":{\"code\":\"HC0018\"", response, StringComparison.Ordinal));
        Assert.All([filter, nested, operation], response => Assert.DoesNotContain("\"data\"", response, StringComparison.Ordinal));
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task Fifty_nodes_are_fetched_at_once_and_no_more()
    {
        using var api = await Api.CreateAsync();
        static string Ids(int count) => string.Join(", ", Enumerable.Repeat("\"Tm90ZTo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE=\"", count));

        var most = await api.RunAsync($"{{ nodes(ids: [{Ids(50)}]) {{ id }} }}", Api.Alice);
        var tooMany = await api.RunAsync($"{{ nodes(ids: [{Ids(51)}]) {{ id }} }}", Api.Alice);

        Assert.Equal($$$$$"""{"data":{"nodes":[{{{{{string.Join(',', Enumerable.Repeat("null", 50))}}}}}]}}""", most);
        Assert.Contains("\"code\":\"HC0076\"", tooMany, StringComparison.Ordinal);
        Assert.Single(api.Store.Commands);
    }

    [Theory]
    [InlineData("query ($v: String) { notes(where: { title: { contains: $v } }) { totalCount } }", "\"\\ud800\"")]
    [InlineData("query ($v: String) { notes(after: $v) { totalCount } }", "\"\\ud800\"")]
    [InlineData("query ($v: ID!) { note(id: $v) { id } }", "\"\\udc00x\"")]
    [InlineData("mutation ($v: String!) { createNote(input: { title: $v }) { note { id } } }", "\"a\\ud83d\"")]
    [InlineData("mutation ($v: JSON) { createContact(input: { number: 1, name: \"A\", extra: $v }) { contact { id } } }", "{ \"\\ud800\": 1 }")]
    [InlineData("mutation ($v: JSON) { createContact(input: { number: 1, name: \"A\", extra: $v }) { contact { id } } }", "[\"\\ud800\"]")]
    [InlineData("query ($v: String) { notes(where: { title: { contains: \"\\uD800\", eq: $v } }) { totalCount } }", "null")]
    public async Task Half_of_a_surrogate_pair_is_refused_and_never_stored(string query, string value)
    {
        using var api = await Api.CreateAsync();

        var response = await api.RunAsync(query, Api.Alice, $$"""{ "v": {{value}} }""");

        Assert.StartsWith("""{"errors":[{"message":""", response, StringComparison.Ordinal);
        Assert.DoesNotContain("OD0410", response, StringComparison.Ordinal);
        Assert.Empty(api.Store.Commands);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task JSON_is_stored_and_read_64_levels_deep_and_no_deeper(string open, string close)
    {
        using var api = await Api.CreateAsync();
        const string create = "mutation ($extra: JSON) { createContact(input: { number: 1, name: \"A\", extra: $extra }) { contact { extra } errors { __typename } } }";
        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));

        // The variables are one level themselves.
        var deepest = await api.RunAsync(create, Api.Alice, $"{{\"extra\":{Nested(63)}}}");
        var read = await api.RunAsync("{ contacts { nodes { extra } } }", Api.Alice);
        var literal = await api.RunAsync(
            $"mutation {{ createContact(input: {{ number: 2, name: \"B\", extra: {Nested(65).Replace("\"", "", StringComparison.Ordinal)} }}) {{ contact {{ extra }} }} }}", Api.Alice);

        Assert.Contains($"\"extra\":{Nested(63)}", deepest, StringComparison.Ordinal);
        Assert.Contains($"\"extra\":{Nested(63)}", read, StringComparison.Ordinal);
        Assert.StartsWith("""{"errors":[{"message":""", literal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_says_nothing_where_a_filter_an_order_or_a_page_could_stand()
    {
        using var api = await Api.CreateAsync();
        await SampleData.InsertAsync(api);

        var nulls = await api.RunAsync("{ notes(first: null, after: null, last: null, before: null, where: null, order: null) { nodes { id } totalCount } }", Api.Alice);
        var empty = await api.RunAsync("{ notes(where: { and: null, or: null, title: {}, place: { city: {} }, tags: {} }, order: [{}, { title: null }, { place: {} }]) { nodes { id } totalCount } }", Api.Alice);
        var plain = await api.RunAsync("{ notes { nodes { id } totalCount } }", Api.Alice);

        Assert.StartsWith("""{"data":""", plain, StringComparison.Ordinal);
        Assert.Equal(plain, nulls);
        Assert.Equal(plain, empty);
    }
}
