namespace OwnedData.Schema.Model.Loading;

/// <summary>The directives of one type or field that the model's language knows at that place.</summary>
internal sealed class DirectiveSet(IReadOnlyList<AppliedDirective> directives)
{
    public AppliedDirective? Find(string name) => All(name).FirstOrDefault();

    public bool Has(string name) => Find(name) is not null;

    public IEnumerable<AppliedDirective> All(string name) => directives.Where(directive => directive.Node.Name.Value == name);
}
