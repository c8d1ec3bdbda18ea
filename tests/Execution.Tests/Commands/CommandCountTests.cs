using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Golden;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Commands;

public sealed class CommandCountTests
{
    private const string Note = "Tm90ZTo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE=";
    private const string Contact = "Q29udGFjdDqgpZABAAAAcIAAoAAAAAAB";

    [Theory]
    [InlineData("{ notes { nodes { id title place { city } } pageInfo { hasNextPage endCursor } } }", 1)]
    [InlineData("{ notes { nodes { id } totalCount } }", 2)]
    [InlineData("{ notes { totalCount } }", 1)]
    [InlineData("{ notes { __typename } viewer { subject } __typename }", 0)]
    [InlineData($"{{ note(id: \"{Note}\") {{ id }} }}", 1)]
    [InlineData($"{{ node(id: \"{Note}\") {{ id }} }}", 1)]
    [InlineData($"{{ nodes(ids: [\"{Note}\", \"{Note}\"]) {{ id }} }}", 1)]
    [InlineData($"{{ nodes(ids: [\"{Note}\", \"{Contact}\", \"{Note}\"]) {{ id }} }}", 2)]
    [InlineData("{ nodes(ids: []) { id } }", 0)]
    [InlineData($"{{ nodes(ids: [\"{Note}\", \"nonsense\"]) {{ id }} }}", 0)]
    [InlineData("{ notes(first: -1) { nodes { id } totalCount } }", 0)]
    [InlineData("query ($no: Boolean! = false) { notes @include(if: $no) { nodes { id } } contacts { nodes @include(if: $no) { id } } }", 0)]
    [InlineData("mutation { createNote(input: { title: \"x\" }) { note { id title } } }", 1)]
    [InlineData("mutation { createNote(input: { title: \"\" }) { note { id } errors { __typename } } }", 0)]
    [InlineData($"mutation {{ updateNote(input: {{ id: \"{Note}\", title: \"x\" }}) {{ note {{ id title }} }} }}", 1)]
    [InlineData($"mutation {{ deleteNote(input: {{ id: \"{Note}\" }}) {{ note {{ id title }} }} }}", 1)]
    [InlineData($"mutation {{ deleteNote(input: {{ id: \"{Contact}\" }}) {{ note {{ id title }} }} }}", 0)]
    public async Task A_request_sends_no_more_commands_than_it_needs(string query, int count)
    {
        using var api = await Api.CreateAsync();
        await SampleData.InsertAsync(api);

        await api.RunAsync(query, Api.Alice);

        Assert.Equal(count, api.Store.Commands.Count);
    }

    [Theory]
    [InlineData("{ notes { nodes { id } totalCount } note(id: \"" + Note + "\") { id } node(id: \"" + Note + "\") { id } nodes(ids: [\"" + Note + "\"]) { id } }")]
    [InlineData("mutation { createNote(input: { title: \"x\" }) { note { id } } }")]
    [InlineData("mutation { updateNote(input: { id: \"" + Note + "\", title: \"x\" }) { note { id } } }")]
    [InlineData("mutation { deleteNote(input: { id: \"" + Note + "\" }) { note { id } } }")]
    public async Task A_viewer_who_passes_no_gate_sends_no_command(string query)
    {
        using var api = await Api.CreateAsync();
        await SampleData.InsertAsync(api);

        var withoutScope = await api.RunAsync(query, Api.ViewerOf("alice", "another:scope"));
        var anonymous = await api.RunAsync(query, Viewer.Anonymous);

        Assert.Empty(api.Store.Commands);
        Assert.Contains("\"AUTH_NOT_AUTHORIZED\"", withoutScope, StringComparison.Ordinal);
        Assert.Contains("\"AUTH_NOT_AUTHENTICATED\"", anonymous, StringComparison.Ordinal);
    }
}
