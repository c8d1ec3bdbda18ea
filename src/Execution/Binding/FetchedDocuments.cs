using OwnedData.Bson;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Binding;

/// <summary>Documents that were fetched, and how they will be written: what related documents are found from.</summary>
internal readonly record struct FetchedDocuments(IReadOnlyList<BsonDocument> Documents, DocumentShape Shape);
