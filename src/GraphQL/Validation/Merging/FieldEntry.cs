using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>
/// A field of a selection set with the type it is selected on; both of the schema's may be null where the document is wrong already.
/// </summary>
internal readonly record struct FieldEntry(NamedType? ParentType, FieldNode Node, FieldDefinition? Definition);
