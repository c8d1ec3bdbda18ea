using System.Globalization;
using System.Text;
using System.Text.Json;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Access;

/// <summary>
/// Non-interference: whatever Alice asks and does, every byte of every answer is the same whether Bob's documents exist or not. Two servers run the same
/// requests; one of them has Bob's documents too, and he changes his own all the while.
/// </summary>
public sealed class NonInterferenceTests
{
    private const int Own = 12;
    private const int Foreign = 25;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Alices_answers_are_the_same_bytes_with_and_without_bobs_documents(int seed)
    {
        var random = new Random(seed);
        using var alone = await Api.CreateAsync();
        using var shared = await Api.CreateAsync();
        await StoreAsync(shared, "bob", Own, Own + Foreign);
        foreach (var api in (Api[])[alone, shared])
        {
            await StoreAsync(api, "alice", 0, Own);
        }

        string? cursor = null;
        for (var step = 0; step < 200; step++)
        {
            var (query, variables) = NextRequest(random, cursor);

            var expected = await alone.RunAsync(query, Api.Alice, variables);
            var actual = await shared.RunAsync(query, Api.Alice, variables);
            await shared.RunAsync($"mutation {{ updateNote(input: {{ id: \"{NoteId(Own + random.Next(Foreign))}\", title: \"{random.Next(5)}\" }}) {{ errors {{ __typename }} }} }}", Api.Bob);

            Assert.True(expected == actual, $"{query} {variables}\nalone:  {expected}\nshared: {actual}");
            Assert.DoesNotContain("OD0410", expected, StringComparison.Ordinal);
            cursor = CursorIn(expected) ?? cursor;
            await AssertCreateAsync(alone, shared, random);
        }

        OwnerClause.AssertInAll(alone.Store.Commands, Api.Alice);
    }

    // The server's ids are random, so what is created is compared without its id and is gone before the next request.
    private static async Task AssertCreateAsync(Api alone, Api shared, Random random)
    {
        var number = random.Next(1, Own + Foreign);
        var answers = new List<string>();
        foreach (var api in (Api[])[alone, shared])
        {
            var response = await api.RunAsync(
                $"mutation {{ createContact(input: {{ number: {number}, name: \"New\" }}) {{ contact {{ id number name createdAt }} errors {{ __typename ... on Error {{ message }} }} }} }}",
                Api.Alice);
            using var json = JsonDocument.Parse(response);
            var contact = json.RootElement.GetProperty("data").GetProperty("createContact").GetProperty("contact");
            if (contact.ValueKind == JsonValueKind.Object)
            {
                var id = contact.GetProperty("id").GetString()!;
                response = response.Replace(id, "", StringComparison.Ordinal)
                    + (await api.RunAsync($"mutation {{ deleteContact(input: {{ id: \"{id}\" }}) {{ contact {{ id name }} }} }}", Api.Alice)).Replace(id, "", StringComparison.Ordinal);
            }

            answers.Add(response);
        }

        Assert.Equal(answers[0], answers[1]);
    }

    private static (string Query, string? Variables) NextRequest(Random random, string? cursor)
    {
        var note = NoteId(random.Next(Own + Foreign + 2));
        var contact = ContactId(random.Next(Own + Foreign + 2));
        var other = NoteId(random.Next(Own + Foreign + 2));
        var text = random.Next(6).ToString(CultureInfo.InvariantCulture);
        var size = random.Next(1, 20);
        return random.Next(12) switch
        {
            0 => ("{ notes { nodes { id title tags updatedAt } totalCount } contacts { totalCount nodes { number } } }", null),
            1 => ($"{{ note(id: \"{note}\") {{ id title body }} contact(id: \"{contact}\") {{ number name }} }}", null),
            2 => ($"{{ node(id: \"{note}\") {{ __typename id }} nodes(ids: [\"{contact}\", \"{note}\", \"{other}\"]) {{ __typename id ... on Note {{ title }} }} }}", null),
            3 => ($"{{ notes(first: {size}, where: {{ title: {{ contains: \"{text}\" }} }}, order: [{{ title: DESC }}]) {{ edges {{ cursor node {{ title }} }} totalCount pageInfo {{ hasNextPage hasPreviousPage }} }} }}", null),
            4 => ($"query ($cursor: String) {{ notes(first: {size}, after: $cursor, order: [{{ place: {{ city: ASC }} }}, {{ pinned: DESC }}]) {{ nodes {{ id }} pageInfo {{ endCursor hasNextPage hasPreviousPage }} totalCount }} }}", $$"""{"cursor":{{JsonSerializer.Serialize(cursor)}}}"""),
            5 => ($"query ($cursor: String) {{ notes(last: {size}, before: $cursor, order: [{{ place: {{ city: ASC }} }}, {{ pinned: DESC }}]) {{ nodes {{ id }} pageInfo {{ startCursor hasNextPage hasPreviousPage }} }} }}", $$"""{"cursor":{{JsonSerializer.Serialize(cursor)}}}"""),
            6 => ($"{{ notes(where: {{ or: [{{ id: {{ in: [\"{note}\", \"{other}\"] }} }}, {{ tags: {{ some: {{ startsWith: \"{text}\" }} }} }}] }}) {{ nodes {{ id tags }} totalCount }} }}", null),
            7 => ($"mutation {{ updateNote(input: {{ id: \"{note}\", title: \"{text} again\", place: {{ city: \"{text}\" }} }}) {{ note {{ id title place {{ city }} updatedAt }} errors {{ __typename ... on Error {{ message }} }} }} }}", null),
            8 => ($"mutation {{ updateNote(input: {{ id: \"{note}\", title: \"\" }}) {{ note {{ id }} errors {{ ... on ValidationError {{ message path code }} }} }} }}", null),
            9 => ($"mutation {{ deleteNote(input: {{ id: \"{NoteId(random.Next(Own - 3, Own + Foreign + 2))}\" }}) {{ note {{ id title }} errors {{ __typename ... on Error {{ message }} }} }} }}", null),
            10 => ($"mutation {{ updateContact(input: {{ id: \"{contact}\", name: \"{text}\" }}) {{ contact {{ id name number }} errors {{ __typename ... on Error {{ message }} }} }} }}", null),
            _ => ($"{{ contacts(where: {{ number: {{ gte: {random.Next(Own + Foreign)} }}, emails: {{ any: false }} }}, order: [{{ number: DESC }}]) {{ nodes {{ id number }} totalCount }} }}", null),
        };
    }

    private static string? CursorIn(string response)
    {
        using var json = JsonDocument.Parse(response);
        return json.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("notes", out var notes) && notes.ValueKind == JsonValueKind.Object
            && notes.TryGetProperty("pageInfo", out var pageInfo) && (pageInfo.TryGetProperty("endCursor", out var cursor) || pageInfo.TryGetProperty("startCursor", out cursor))
            ? cursor.GetString()
            : null;
    }

    private static async Task StoreAsync(Api api, string owner, int from, int to)
    {
        await api.InsertAsync("notes", [.. Enumerable.Range(from, to - from).Select(number => $$"""
            { "_id": { "$oid": "{{number:x24}}" }, "owner_id": "{{owner}}", "title": "{{number % 6}} {{number}}", "tags": ["{{number % 4}}"], "pinned": {{(number % 2 == 0 ? "true" : "false")}},
              "place": { "city": "{{number % 5}}", "country": "CH" }, "status": "DRAFT", "createdAt": { "$date": "2025-01-01T00:00:00Z" }, "updatedAt": { "$date": "2025-01-01T00:00:00Z" } }
            """)]);
        await api.InsertAsync("contacts", [.. Enumerable.Range(from, to - from).Select(number => $$"""
            { "_id": { "$uuid": "{{Uuid(number)}}" }, "owner_id": "{{owner}}", "number": {{number + 1}}, "name": "{{number % 6}}", "emails": [], "balance": { "$numberDecimal": "0" }, "calls": { "$numberLong": "0" },
              "verified": false, "createdAt": { "$date": "2025-01-01T00:00:00Z" }, "updatedAt": { "$date": "2025-01-01T00:00:00Z" } }
            """)]);
    }

    private static string NoteId(int number) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"Note:{number:x24}"));

    private static string ContactId(int number) => Convert.ToBase64String([.. "Contact:"u8, .. Uuid(number).ToByteArray()]);

    private static Guid Uuid(int number) => new($"00000000-0000-7000-8000-{number:x12}");
}
