using System.Collections.Immutable;
using OwnedData.Schema.Access;
using Spectre.Console;

namespace OwnedData.Server.AccessMatrix;

/// <summary>The matrix for a terminal: a line between types, none within one.</summary>
internal static class MatrixTable
{
    // Of an output that has no width of its own: a file, a pipe.
    private const int Width = 120;

    private const int Gap = 2;
    private const int OperationWidth = 12;
    private const int NeedsWidth = 17;

    public static void Write(ImmutableArray<MatrixType> types, TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No });
        console.Profile.Width = isTerminal ? console.Profile.Width : Width;
        console.Write(Columns(console.Profile.Width).AddRow("[dim]Operation[/]", "[dim]Needs: all of[/]", "[dim]Ways in: one of[/]", "[dim]As well: all of[/]"));
        foreach (var type in types)
        {
            console.Write(new Rule($"[bold]{Markup.Escape(type.Type.Name)}[/]") { Justification = Justify.Left });
            console.Write(RowsOf(type, Columns(console.Profile.Width)));
        }
    }

    // The same widths for all types, so that the columns stand below each other.
    private static Table Columns(int width)
    {
        var rest = Math.Max(width - OperationWidth - NeedsWidth - (3 * Gap), 2 * NeedsWidth);
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        foreach (var column in new[] { OperationWidth, NeedsWidth, rest * 11 / 20, rest - (rest * 11 / 20) })
        {
            table.AddColumn(new TableColumn("") { Width = column, Padding = new Padding(0, 0, table.Columns.Count < 3 ? Gap : 0, 0) });
        }

        return table;
    }

    private static Table RowsOf(MatrixType type, Table table)
    {
        foreach (var row in type.Rows)
        {
            table.AddRow(
                Names(row.Operations, "\n"),
                row.IsPublished ? Lines(row.Needs.Select(need => need.Text).DefaultIfEmpty("nothing")) : "[dim]not published[/]",
                Rules(row.Ways),
                Rules(row.Restrictions));
        }

        foreach (var field in type.Fields)
        {
            table.AddRow(
                Markup.Escape(field.Path),
                Markup.Escape(MatrixNeed.Of(field.Gate).Text),
                $"[dim]{Markup.Escape($"{field.Gate.Origin.File}:{field.Gate.Origin.Line}")}[/] for {Names(field.Operations, ", ")} of this field, too",
                "");
        }

        return table;
    }

    private static string Names(ImmutableArray<AccessOperation> operations, string separator) =>
        string.Join(separator, operations.Select(operation => operation.ToString().ToUpperInvariant()));

    private static string Lines(IEnumerable<string> texts) => Markup.Escape(string.Join('\n', texts));

    private static string Rules(ImmutableArray<RuleOrigin> rules) => string.Join('\n', rules.Select(rule => $"[dim]{Markup.Escape($"{rule.File}:{rule.Line}")}[/] {Markup.Escape(rule.Text)}"));
}
