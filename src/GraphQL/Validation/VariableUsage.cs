using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation;

/// <summary>A variable where it is used, §5.8.5.</summary>
/// <param name="Variable">The use.</param>
/// <param name="Type">The type of its place; null where the schema has none.</param>
/// <param name="HasDefault">Whether its place has a default value other than null.</param>
/// <param name="OneOf">The one-of input object whose field it is, else null.</param>
internal readonly record struct VariableUsage(VariableNode Variable, GraphQLType? Type, bool HasDefault, InputObjectType? OneOf);
