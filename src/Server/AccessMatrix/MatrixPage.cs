using System.Collections.Immutable;
using System.Net;
using System.Text;
using OwnedData.Schema.Access;

namespace OwnedData.Server.AccessMatrix;

/// <summary>The matrix as one HTML page for a reviewer: it asks nothing of any server, prints, and follows the reader's light or dark.</summary>
internal static class MatrixPage
{
    private const string Style = """
        :root { color-scheme: light dark; --line: light-dark(#d8d8d4, #3c3c40); --soft: light-dark(#f6f6f3, #222226); --dim: light-dark(#5c5c58, #a9a9a4); }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1.25rem; background: light-dark(#fff, #17171a); color: light-dark(#1b1b1a, #ececea); }
        h1 { font-size: 1.6rem; margin-bottom: .25rem; }
        h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
        p, .at { color: var(--dim); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-top: 1px solid var(--line); }
        thead th { border-top: 0; font-weight: 600; font-size: .85rem; color: var(--dim); }
        tbody th { font-weight: 600; white-space: nowrap; }
        code { font: .9em ui-monospace, monospace; background: var(--soft); padding: .1em .35em; border-radius: .25em; overflow-wrap: anywhere; }
        ul { list-style: none; margin: 0; padding: 0; }
        li + li { margin-top: .4rem; }
        .at { font-size: .8rem; display: block; }
        .closed { color: var(--dim); font-style: italic; }
        @media print { body { margin: 0; max-width: none; font-size: 11px; } section { break-inside: avoid; } code { border: 1px solid var(--line); } }
        """;

    public static string Write(ImmutableArray<MatrixRow> rows)
    {
        var page = new StringBuilder();
        page.Append(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Who may do what</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>Who may do what</h1>
            <p>A viewer may do something with a document when they hold everything it needs, get in by one of its ways, and everything under “as well” holds on the document.</p>

            """);
        foreach (var type in rows.GroupBy(row => row.Type))
        {
            page.Append($"<section>\n<h2 id=\"{Encode(type.Key.Name)}\">{Encode(type.Key.Name)}</h2>\n<div class=\"wide\"><table>\n");
            page.Append("<thead><tr><th>Operation</th><th>Needs</th><th>Ways in: one of</th><th>As well: all of</th></tr></thead>\n<tbody>\n");
            foreach (var row in type)
            {
                WriteRow(page, row);
            }

            page.Append("</tbody>\n</table></div>\n</section>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void WriteRow(StringBuilder page, MatrixRow row)
    {
        page.Append($"<tr><th scope=\"row\">{row.Operation.ToString().ToUpperInvariant()}</th><td>");
        WriteList(page, row.Needs.Select(need => $"<code>{Encode(need)}</code>"));
        page.Append("</td><td>");
        if (row.Ways.IsEmpty)
        {
            page.Append("<span class=\"closed\">closed to all</span>");
        }

        WriteList(page, row.Ways.Select(Describe));
        page.Append("</td><td>");
        WriteList(page, row.Restrictions.Select(Describe));
        page.Append("</td></tr>\n");
    }

    private static void WriteList(StringBuilder page, IEnumerable<string> items)
    {
        var list = items.ToList();
        if (list.Count > 0)
        {
            page.Append($"<ul>{string.Concat(list.Select(item => $"<li>{item}</li>"))}</ul>");
        }
    }

    private static string Describe(RuleOrigin rule) => $"<code>{Encode(rule.Text)}</code><span class=\"at\">{Encode(rule.File)}:{rule.Line}</span>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
