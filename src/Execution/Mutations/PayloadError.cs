using System.Collections.Immutable;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Mutations;

/// <summary>A typed error of a mutation's payload: what the client can show to a person or mend.</summary>
/// <param name="TypeName">The object type, such as `ValidationError`.</param>
/// <param name="Message">A sentence without any stored value.</param>
internal sealed record PayloadError(string TypeName, string Message)
{
    /// <summary>Of a validation error: where in the input.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>Of a validation error: which rule.</summary>
    public ValidationCode Code { get; init; }

    /// <summary>Of an already-exists error: the fields that must differ.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];
}
