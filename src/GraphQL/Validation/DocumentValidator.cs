using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation;

/// <summary>The second stage of a request: a parsed document against the schema, by all rules of §5 in one walk.</summary>
public static class DocumentValidator
{
    /// <summary>The same with the default options.</summary>
    public static Outcome<ValidatedDocument> Validate(GraphQLSchema schema, DocumentNode document) =>
        Validate(schema, document, ValidationOptions.Default);

    /// <summary>The document as validated, or its errors with their locations, in the words of GraphQL's reference implementation.</summary>
    public static Outcome<ValidatedDocument> Validate(GraphQLSchema schema, DocumentNode document, ValidationOptions options)
    {
        var context = new ValidationContext(schema, document, options);
        new DocumentWalker(context, SpecifiedRules.Create(context)).Walk();
        return context.HasErrors ? context.ToErrors() : new ValidatedDocument(schema, document);
    }
}
