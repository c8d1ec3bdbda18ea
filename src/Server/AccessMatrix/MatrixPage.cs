using System.Collections.Immutable;
using System.Net;
using System.Text;
using OwnedData.Schema.Access;

namespace OwnedData.Server.AccessMatrix;

/// <summary>The matrix as one HTML page for a reviewer: it asks nothing of any server and runs nothing.</summary>
internal static class MatrixPage
{
    public static string Write(ImmutableArray<MatrixType> types)
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
            {MatrixStyle.Css}
            </style>
            </head>
            <body>
            <h1>Who may do what</h1>
            <p>A viewer may do something with a document when they hold <b class="need">all that it needs</b>, <b class="way">one way in</b> holds on the document, and so does <b class="wall">every wall</b>. What no rule opens is not in the API at all.</p>

            """);
        WriteGlance(page, types);
        foreach (var type in types)
        {
            WriteType(page, type);
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void WriteGlance(StringBuilder page, ImmutableArray<MatrixType> types)
    {
        page.Append("<section><table class=\"glance\">\n<thead><tr><th scope=\"col\">Type</th>");
        page.AppendJoin("", MatrixRow.AllOperations.Select(operation => $"<th scope=\"col\">{Name(operation)}</th>"));
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var type in types)
        {
            page.Append($"<tr><th scope=\"row\"><a href=\"#{Encode(type.Type.Name)}\">{Encode(type.Type.Name)}</a></th>");
            page.AppendJoin("", MatrixRow.AllOperations.Select(operation => $"<td>{Glance(type, type.Rows.First(row => row.Operations.Contains(operation)), operation)}</td>"));
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table></section>\n");
    }

    private static string Glance(MatrixType type, MatrixRow row, AccessOperation operation)
    {
        if (!row.IsPublished)
        {
            return "<span class=\"none\" title=\"not published\">–</span>";
        }

        var ways = type.Type.Access.Allows.Where(rule => rule.On.Contains(operation)).ToList();
        var who = ways.Any(way => way.IsPublic) ? "everyone"
            : ways.Count > 1 ? $"{ways.Count} ways in"
            : type.Type.Access.Owner is not null && ways[0] == type.Type.Access.Allows[0] ? "their own"
            : ways[0].Where is null ? Encode(MatrixNeed.TextOf(ways[0].Policy, ways[0].Roles)) : "1 way in";
        var walls = row.Restrictions.Length switch { 0 => "", 1 => " <span class=\"wall\">1 wall</span>", var count => $" <span class=\"wall\">{count} walls</span>" };
        return $"<span class=\"way\">{who}</span>{walls}";
    }

    private static void WriteType(StringBuilder page, MatrixType type)
    {
        page.Append($"<section id=\"{Encode(type.Type.Name)}\">\n<div class=\"head\"><h2>{Encode(type.Type.Name)}</h2>");
        page.Append($"<span class=\"dim\">{Encode(type.Type.Description ?? "")}</span></div>\n<table class=\"rules\">\n");
        page.Append("<thead><tr><th scope=\"col\">Operation</th><th scope=\"col\">Needs: all of</th><th scope=\"col\">Ways in: one of</th><th scope=\"col\">Walls: all of</th></tr></thead>\n<tbody>\n");
        foreach (var row in type.Rows)
        {
            WriteRow(page, row);
        }

        page.Append("</tbody>\n");
        if (!type.Fields.IsEmpty)
        {
            page.Append("<tbody class=\"fields\">\n");
            foreach (var field in type.Fields)
            {
                page.Append($"<tr><th scope=\"row\"><code>{Encode(field.Path)}</code></th>{Cell("need", "Needs: all of", [Describe(MatrixNeed.Of(field.Gate))])}");
                page.Append($"<td class=\"dim\" colspan=\"2\">for {string.Join(", ", field.Operations.Select(Name))} of this field, beside what the document takes</td></tr>\n");
            }

            page.Append("</tbody>\n");
        }

        page.Append("</table>\n</section>\n");
    }

    private static void WriteRow(StringBuilder page, MatrixRow row)
    {
        if (!row.IsPublished)
        {
            page.Append($"<tr class=\"closed\"><th scope=\"row\">{Names(row.Operations)}</th><td colspan=\"3\">not published</td></tr>\n");
            return;
        }

        page.Append($"<tr><th scope=\"row\">{Names(row.Operations)}</th>");
        page.Append(row.Needs.IsEmpty ? "<td data-label=\"Needs: all of\">nothing, not even a token</td>" : Cell("need", "Needs: all of", row.Needs.Select(Describe)));
        page.Append(Cell("way", "Ways in: one of", row.Ways.Select(Describe)));
        page.Append(row.Restrictions.IsEmpty ? "<td></td>" : Cell("wall", "Walls: all of", row.Restrictions.Select(Describe)));
        page.Append("</tr>\n");
    }

    private static string Cell(string kind, string label, IEnumerable<string> items) =>
        $"<td data-label=\"{label}\"><ul class=\"{kind}\">{string.Concat(items.Select(item => $"<li>{item}</li>"))}</ul></td>";

    private static string Describe(MatrixNeed need) => need.Origin is { } origin ? $"<code>{Encode(need.Text)}</code>{Place(origin)}" : $"<span>{Encode(need.Text)}</span>";

    private static string Describe(RuleOrigin rule) => $"<code>{Encode(rule.Text)}</code>{Place(rule)}";

    private static string Place(RuleOrigin rule) => $"<span class=\"at\">{Encode(rule.File)}:{rule.Line}</span>";

    private static string Names(ImmutableArray<AccessOperation> operations) => string.Concat(operations.Select(operation => $"<span>{Name(operation)}</span> "));

    private static string Name(AccessOperation operation) => operation.ToString().ToUpperInvariant();

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
