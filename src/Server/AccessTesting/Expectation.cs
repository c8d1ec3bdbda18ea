using System.Text.Json;
using OwnedData.Execution.Access;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessTesting;

/// <summary>One line of a test: what one persona tries, and what must come of it.</summary>
/// <param name="PersonaName">As the file calls them.</param>
/// <param name="Viewer">Who they are.</param>
/// <param name="Operation">What they try.</param>
/// <param name="Type">With a document of this type.</param>
/// <param name="Document">The name of the document; null for a create.</param>
/// <param name="Field">The field that is read beside the id, as a path through embedded objects; null for none.</param>
/// <param name="Input">What a create or update sends, its references by name; null for nothing.</param>
/// <param name="Outcome">
/// <see cref="TrialOutcome.Allowed"/>, <see cref="TrialOutcome.Refused"/> for whatever refusal, or the name of the error that must come.
/// </param>
internal sealed record Expectation(
    string PersonaName, Viewer Viewer, AccessOperation Operation, StoredType Type, string? Document, string? Field, JsonElement? Input, string Outcome)
{
    /// <summary>As the report says it: `alice may not update Document d1`.</summary>
    public override string ToString()
    {
        var attempt = $"{Operation.ToString().ToLowerInvariant()} {(Field is null ? "" : $"{Field} of ")}{Type.Name}{(Document is null ? "" : $" {Document}")}{(Input is null ? "" : $" {Input}")}";
        return Outcome switch
        {
            TrialOutcome.Allowed => $"{PersonaName} may {attempt}",
            TrialOutcome.Refused => $"{PersonaName} may not {attempt}",
            _ => $"{PersonaName} gets {Outcome} to {attempt}",
        };
    }
}
