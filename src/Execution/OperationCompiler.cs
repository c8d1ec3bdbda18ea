using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
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
public sealed class OperationCompiler(ApiSchema api, ParserLimits limits, int cachedPlans = OperationCompiler.DefaultCachedPlans)
{
    /// <summary>How many plans are kept when nothing is configured.</summary>
    public const int DefaultCachedPlans = 1000;

    private readonly PlanCache _cache = new(cachedPlans);

    /// <summary>The plan of the operation of that name (null: of the only one) in a UTF-8 document.</summary>
    public Outcome<OperationPlan> Compile(ReadOnlySpan<byte> text, string? operationName)
    {
        var key = PlanCache.KeyOf(text, operationName);
        if (_cache.TryGet(key, out var cached))
        {
            return cached;
        }

        var outcome = Validate(text).Then(validated => Plan(validated, operationName));
        if (outcome.TryGetValue(out var plan))
        {
            _cache.Add(key, plan);
        }

        return outcome;
    }

    /// <summary>All operations of a UTF-8 document, outside the cache: for documents that are there from the start.</summary>
    public Outcome<PreparedDocument> Prepare(ReadOnlySpan<byte> text) => Validate(text).Then(PlanAll);

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

    private Outcome<ValidatedDocument> Validate(ReadOnlySpan<byte> text) =>
        Parser.Parse(text, limits).Then(document => DocumentValidator.Validate(api.Schema, document));

    private Outcome<OperationPlan> Plan(ValidatedDocument document, string? operationName) =>
        OperationAuthorizer.Authorize(document, operationName, api).Then<OperationPlan>(authorized => OperationPlanner.Plan(authorized, api));
}
