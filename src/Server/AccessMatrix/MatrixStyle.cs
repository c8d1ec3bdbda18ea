namespace OwnedData.Server.AccessMatrix;

/// <summary>How the page looks: in light and dark, on a phone and on paper, by nothing but what stands here.</summary>
internal static class MatrixStyle
{
    public const string Css = """
        :root {
          color-scheme: light dark;
          --page: light-dark(#f5f5f2, #131315); --card: light-dark(#fff, #1c1c1f); --text: light-dark(#1c1c1a, #ecece8); --dim: light-dark(#62625c, #a3a39c);
          --line: light-dark(#dfdfd9, #35353a); --soft: light-dark(#f3f3ef, #26262a);
          --way: light-dark(#1f7a4d, #58b888); --wall: light-dark(#a8400f, #e88d5a); --need: light-dark(#3d4fa8, #9eadf5);
        }
        * { box-sizing: border-box; }
        body { font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; max-width: 78rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; background: var(--page); color: var(--text); }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; }
        h2 { font-size: 1.2rem; margin: 0; }
        a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
        p { margin: .5rem 0; max-width: 52rem; }
        ul { list-style: none; margin: 0; padding: 0; }
        code { font: .86em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
        .dim, .at, .none { color: var(--dim); }
        .way { color: var(--way); } .wall { color: var(--wall); } .need { color: var(--need); }
        section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin-top: 1.25rem; overflow: hidden; scroll-margin-top: 1rem; }
        .head { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; padding: .7rem 1rem; background: var(--soft); border-bottom: 1px solid var(--line); }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .7rem 1rem; }
        tbody tr + tr > *, tbody.fields tr > * { border-top: 1px solid var(--line); }
        thead th { font-size: .75rem; font-weight: 600; letter-spacing: .04em; text-transform: uppercase; padding-bottom: 0; color: var(--dim); }
        .rules thead th:nth-child(1) { width: 8.5rem; } .rules thead th:nth-child(2) { width: 13rem; } .rules thead th:nth-child(4) { width: 30%; }
        .rules { table-layout: fixed; }
        tbody th { font-weight: 650; }
        tbody th span { display: block; }
        tr.closed th, tr.closed td { color: var(--dim); font-weight: 400; padding-top: .45rem; padding-bottom: .45rem; }
        li { border-left: 3px solid currentColor; padding-left: .6rem; }
        li + li { margin-top: .55rem; }
        li > * { color: var(--text); }
        .at { font-size: .78rem; display: block; }
        .glance th, .glance td { padding: .45rem 1rem; }
        .glance thead th { padding-bottom: .3rem; }
        .glance td span { margin-right: .5rem; overflow-wrap: anywhere; }
        @media (max-width: 46rem) {
          body { padding: 1.25rem .75rem 3rem; }
          .glance { table-layout: fixed; }
          .glance th, .glance td { padding: .4rem 0 .4rem .45rem; font-size: .72rem; overflow-wrap: anywhere; }
          .glance thead th { font-size: .65rem; letter-spacing: 0; }
          .glance th:first-child { width: 31%; }
          .glance td span { display: block; margin: 0; }
          .rules thead { position: absolute; clip-path: inset(50%); }
          .rules, .rules tbody, .rules tr, .rules th, .rules td { display: block; width: auto !important; }
          .rules tr { padding: .7rem .9rem; }
          .rules tr + tr, .rules .fields tr { border-top: 1px solid var(--line); }
          .rules tr > * { padding: .25rem 0; border: 0 !important; }
          .rules tr.closed > * { display: inline-block; margin-right: .6rem; padding: 0; }
          .rules tbody th span { display: inline-block; margin-right: .6rem; }
          .rules td[data-label]::before { content: attr(data-label); display: block; font-size: .72rem; color: var(--dim); }
          .rules td:empty { display: none; }
        }
        @media print {
          :root { color-scheme: light; --page: #fff; font-size: 10.5px; }
          body { max-width: none; padding: 0; font-size: 1rem; }
          section { border-radius: 0; }
          tr, .head { break-inside: avoid; }
          .head, thead { break-after: avoid; }
          a { text-decoration: none; }
        }
        """;
}
