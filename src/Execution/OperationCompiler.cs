using System.Collections.Immutable;
using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Planning;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Validation;
using OwnedData.Schema.Api;

namespace OwnedData.Execution;

/// <summary>
/// The spine of compilation: text → document → validated document → authorized operation → plan. Plans are cached, so that a
/// request whose text was seen before starts at the plan.
/// </summary>
public sealed class OperationCompiler(ApiSchema api, OperationLimits limits, int cachedPlans = OperationCompiler.DefaultCachedPlans)
{
    /// <summary>How many plans are kept when nothing is configured.</summary>
    public const int DefaultCachedPlans = 1000;

    private readonly PlanCache _cache = new(cachedPlans);
    private readonly AccessRules _rules = new(api.Model);
    private readonly CostPlanner _costs = new(api.Schema);

    /// <summary>
    /// The plan of the operation of that name (null: of the only one) in a UTF-8 document. Errors are not cached: only they depend on
    /// whether the caller may see names of the schema.
    /// </summary>
    public Outcome<OperationPlan> Compile(ReadOnlySpan<byte> text, string? operationName, CallerTerms terms)
    {
        var key = PlanCache.KeyOf(text, operationName);
        if (_cache.TryGet(key, out var cached))
        {
            return cached;
        }

        var outcome = Validate(text, ValidationOptions.Default with { Errors = terms.Errors }).Then(validated => Plan(validated, operationName));
        if (outcome.TryGetValue(out var plan))
        {
            _cache.Add(key, plan);
        }

        return outcome;
    }

    /// <summary>All operations of a UTF-8 document, outside the cache: for documents that are there from the start.</summary>
    public Outcome<PreparedDocument> Prepare(ReadOnlySpan<byte> text) => Validate(text, ValidationOptions.Default).Then(PlanAll);

    private Outcome<PreparedDocument> PlanAll(ValidatedDocument document)
    {
        var plans = ImmutableArray.CreateBuilder<OperationPlan>(document.Operations.Length);
        foreach (var operation in document.Operations)
        {
            var outcome = Plan(document, operation.Name?.Value);
            if (!outcome.TryGetValue(out var plan))
            {
                return outcome.Errors;
            }

            plans.Add(plan);
        }

        return new PreparedDocument(document, plans.MoveToImmutable());
    }

    private Outcome<ValidatedDocument> Validate(ReadOnlySpan<byte> text, ValidationOptions options) =>
        Parser.Parse(text, limits.Document).Then(document => DocumentValidator.Validate(api.Schema, document, options));

    private Outcome<OperationPlan> Plan(ValidatedDocument document, string? operationName) =>
        SelectionLimits.Check(document, operationName, limits)
            .Then(limited => OperationAuthorizer.Authorize(limited, operationName, api, _rules, limits))
            .Then<OperationPlan>(authorized => OperationPlanner.Plan(authorized, api, _costs));
}
