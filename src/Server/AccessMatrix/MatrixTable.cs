using System.Collections.Immutable;
using OwnedData.Schema.Access;
using Spectre.Console;

namespace OwnedData.Server.AccessMatrix;

/// <summary>The matrix for a terminal.</summary>
internal static class MatrixTable
{
    // Of an output that has no width of its own: a file, a pipe.
    private const int Width = 160;

    public static void Write(ImmutableArray<MatrixRow> rows, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected ? console.Profile.Width : Width;
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = true };
        table.AddColumns("Type", "Operation", "Needs", "Ways in: one of", "As well: all of");
        foreach (var group in rows.GroupBy(row => row.Type))
        {
            foreach (var row in group)
            {
                table.AddRow(
                    Markup.Escape(row == group.First() ? row.Type.Name : ""),
                    row.Operation.ToString().ToUpperInvariant(),
                    Markup.Escape(string.Join('\n', row.Needs)),
                    row.Ways.IsEmpty ? "closed" : Markup.Escape(Lines(row.Ways)),
                    Markup.Escape(Lines(row.Restrictions)));
            }
        }

        console.Write(table);
    }

    private static string Lines(ImmutableArray<RuleOrigin> rules) => string.Join('\n', rules);
}
