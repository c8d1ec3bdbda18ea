using System.Collections.Immutable;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Explain;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;
using OwnedData.Server.AccessMatrix;

namespace OwnedData.Server.AccessTesting;

/// <summary>
/// Which rules of published operations the expectations exercised, gates of fields among them. A way in is exercised when somebody got in and it held; a gate and a restriction when somebody was
/// refused and it didn't.
/// </summary>
internal sealed class AccessCoverage
{
    private readonly List<RuleUse> _all;
    private readonly HashSet<RuleUse> _exercised = [];

    public AccessCoverage(DataModel model, DateTimeOffset now) => _all =
    [
        .. from type in model.StoredTypes
           from operation in Enum.GetValues<AccessOperation>()

           // Nobody can try what no rule opens: the API doesn't have it.
           where GatedField.IsPublished(type, operation)
           let fields = GatedField.Of(type).Where(field => field.Operations.Contains(operation)).Select(field => RuleAnalysis.Judge(field.Gate, Viewer.Anonymous, now))
           from verdict in RuleAnalysis.Judge(type, operation, Viewer.Anonymous, now).Concat(fields).DistinctBy(verdict => verdict.Origin)
           from use in UsesOf(type, operation, verdict)
           select use,
    ];

    public int Count => _all.Count;

    /// <summary>What is left, in the order of the model.</summary>
    public ImmutableArray<RuleUse> Gaps => [.. _all.Where(use => !_exercised.Contains(use))];

    /// <param name="expectation">What was tried.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="verdicts">The rules on the document, and the gates of the fields that were asked for or given.</param>
    public void Add(Expectation expectation, TrialOutcome outcome, ImmutableArray<RuleVerdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            if (outcome.Name == TrialOutcome.Allowed)
            {
                AddHolding(expectation, verdict);
            }
            else if (verdict.Holds == false && (verdict.Kind == RuleKind.Gate ? outcome.IsOfGate : verdict.Kind == RuleKind.Restrict && outcome.IsRefusal))
            {
                _exercised.Add(new RuleUse(expectation.Type, expectation.Operation, verdict.Kind, verdict.Origin, Alternative: null));
            }
        }
    }

    private void AddHolding(Expectation expectation, RuleVerdict verdict)
    {
        if (verdict.Kind != RuleKind.Allow || verdict.Holds != true)
        {
            return;
        }

        foreach (var use in UsesOf(expectation.Type, expectation.Operation, verdict))
        {
            if (verdict.Alternatives.IsEmpty || verdict.Alternatives.Any(alternative => alternative.Key == use.Alternative && alternative.Value == true))
            {
                _exercised.Add(use);
            }
        }
    }

    // A rule with alternatives is exercised when each of them is.
    private static IEnumerable<RuleUse> UsesOf(StoredType type, AccessOperation operation, RuleVerdict verdict) => verdict.Alternatives.IsEmpty
        ? [new RuleUse(type, operation, verdict.Kind, verdict.Origin, Alternative: null)]
        : verdict.Alternatives.Select(alternative => new RuleUse(type, operation, verdict.Kind, verdict.Origin, alternative.Key));
}
