namespace OwnedData.GraphQL.Errors;

/// <summary>A path into the response, §7.1.2, from the leaf up: a response name, or an index where <see cref="Name"/> is null.</summary>
public sealed record ResponsePath(ResponsePath? Parent, string? Name, int Index)
{
    /// <summary>The path of a field of the root selection set.</summary>
    public static ResponsePath Root(string name) => new(null, name, 0);

    public ResponsePath Field(string name) => new(this, name, 0);

    public ResponsePath Item(int index) => new(this, null, index);

    /// <summary>The segments from the root down: strings and integers.</summary>
    public IReadOnlyList<object> ToSegments()
    {
        var segments = new List<object>();
        for (var segment = this; segment is not null; segment = segment.Parent)
        {
            segments.Add(segment.Name is { } name ? name : segment.Index);
        }

        segments.Reverse();
        return segments;
    }
}
