using System.Collections.Immutable;
using OwnedData.Execution.Planning;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Validation;

namespace OwnedData.Execution;

/// <summary>A document whose operations are all compiled, kept by its holder: no other document can push its plans out of a cache.</summary>
public sealed class PreparedDocument
{
    private readonly ValidatedDocument _document;

    // In the order of the document's operations.
    private readonly ImmutableArray<OperationPlan> _plans;

    internal PreparedDocument(ValidatedDocument document, ImmutableArray<OperationPlan> plans) => (_document, _plans) = (document, plans);

    /// <summary>The plan of the operation of that name (null: of the only one), §6.1.</summary>
    public Outcome<OperationPlan> GetPlan(string? operationName)
    {
        var outcome = _document.GetOperation(operationName);
        if (!outcome.TryGetValue(out var operation))
        {
            return outcome.Errors;
        }

        var index = 0;
        while (!ReferenceEquals(_document.Operations[index], operation))
        {
            index++;
        }

        return _plans[index];
    }
}
