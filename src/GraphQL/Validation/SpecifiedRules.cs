using System.Collections.Immutable;
using OwnedData.GraphQL.Validation.Rules;

namespace OwnedData.GraphQL.Validation;

/// <summary>All rules of §5, those first that give the clearest error when several apply to one place.</summary>
internal static class SpecifiedRules
{
    /// <summary>New ones: rules remember what they saw of their one document.</summary>
    public static ImmutableArray<ValidationRule> Create(ValidationContext context) =>
    [
        new ExecutableDefinitionsRule(context),
        new OperationTypeExistenceRule(context),
        new OperationNameUniquenessRule(context),
        new LoneAnonymousOperationRule(context),
        new SingleRootFieldRule(context),
        new FragmentSpreadTypeExistenceRule(context),
        new FragmentsOnCompositeTypesRule(context),
        new VariablesAreInputTypesRule(context),
        new LeafFieldSelectionsRule(context),
        new FieldSelectionsRule(context),
        new FragmentNameUniquenessRule(context),
        new FragmentSpreadTargetDefinedRule(context),
        new FragmentsMustBeUsedRule(context),
        new FragmentSpreadIsPossibleRule(context),
        new FragmentSpreadsMustNotFormCyclesRule(context),
        new VariableUniquenessRule(context),
        new AllVariableUsesDefinedRule(context),
        new AllVariablesUsedRule(context),
        new DirectivesAreDefinedRule(context),
        new DirectivesAreInValidLocationsRule(context),
        new DirectivesAreUniquePerLocationRule(context),
        new ArgumentNamesRule(context),
        new ArgumentUniquenessRule(context),
        new ValuesOfCorrectTypeRule(context),
        new RequiredArgumentsRule(context),
        new AllVariableUsagesAreAllowedRule(context),
        new FieldSelectionMergingRule(context),
        new InputObjectFieldUniquenessRule(context),
    ];
}
