using System.Net;

namespace OwnedData.Server.Tests.Clients;

/// <summary>The typed client that docs/clients.md shows, against a server.</summary>
public sealed class NotesClientTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task It_reads_every_note_page_by_page()
    {
        var notes = await ReadAsync(Connect("bob"));

        Assert.Equal(
            ["Mirror cleaning day", "Band practice moved to Thursday", "Bike: new chain, old problem", "Gift ideas for Alice", "Aare: 19 °C"],
            notes.Select(note => note.Title));
        Assert.Equal(
            new NotesClient.Note("Tm90ZTo1ZWVkMDAwMDAwMDAwMDAwMGIwMDAwMDM=", "Bike: new chain, old problem", NotesClient.NoteStatus.Draft, new DateTimeOffset(2026, 4, 22, 8, 5, 0, TimeSpan.Zero)),
            notes[2]);
    }

    [Fact]
    public async Task It_makes_a_note()
    {
        var client = Connect("dora");

        var payload = await client.CreateAsync(new NotesClient.CreateNoteInput("Grüße", Tags: ["mail"], Status: NotesClient.NoteStatus.Final), CancellationToken.None);

        Assert.Null(payload.Errors);
        Assert.Equal([payload.Note!], await ReadAsync(client));
        Assert.Equal(("Grüße", NotesClient.NoteStatus.Final), (payload.Note!.Title, payload.Note.Status));
    }

    [Fact]
    public async Task It_tells_what_is_wrong_with_the_input()
    {
        var payload = await Connect("bob").CreateAsync(new NotesClient.CreateNoteInput(""), CancellationToken.None);

        Assert.Null(payload.Note);
        var error = Assert.Single(payload.Errors!);
        Assert.Equal(("ValidationError", "title must have at least 1 character.", "MIN_LENGTH"), (error.Type, error.Message, error.Code));
        Assert.Equal(["input", "title"], error.Path!);
    }

    [Fact]
    public async Task It_throws_with_the_code_when_the_token_is_refused()
    {
        var client = new NotesClient(sample.Server.Client, _ => ValueTask.FromResult("no.good.token"));

        var exception = await Assert.ThrowsAsync<NotesClient.RequestException>(() => ReadAsync(client));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.Status);
        Assert.Equal(["OD0300"], exception.Codes);
    }

    private NotesClient Connect(string subject) => new(sample.Server.Client, _ => ValueTask.FromResult(sample.Server.CreateToken(subject)));

    private static async Task<List<NotesClient.Note>> ReadAsync(NotesClient client)
    {
        var notes = new List<NotesClient.Note>();
        await foreach (var note in client.ReadAllAsync(2, CancellationToken.None))
        {
            notes.Add(note);
        }

        return notes;
    }
}
