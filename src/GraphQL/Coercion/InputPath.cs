namespace OwnedData.GraphQL.Coercion;

/// <summary>Where in a variable's value something lies, from the leaf up: a field's name, or an index where <see cref="Name"/> is null.</summary>
internal sealed record InputPath(InputPath? Parent, string? Name, int Index)
{
    public override string ToString() => $"{Parent}{(Name is null ? $"[{Index}]" : $".{Name}")}";
}
