using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>A field of the model together with where it was written, for the checks that come after all fields are known.</summary>
internal sealed record FieldDeclaration(FieldDefinitionNode Node, DirectiveSet Directives, ModelField Field, SourceErrors Errors);
