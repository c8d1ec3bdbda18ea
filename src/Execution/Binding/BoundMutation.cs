using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Mutations;
using OwnedData.Execution.Planning;
using OwnedData.Execution.Responses;
using OwnedData.Mongo;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>What the mutations share: the payload, and the answer to a unique constraint.</summary>
internal abstract class BoundMutation(FieldSelection selection, PayloadShape shape, StoredType type, BindingContext context) : BoundField(selection)
{
    protected StoredType Type { get; } = type;

    protected PayloadShape Shape { get; } = shape;

    protected BindingContext Context { get; } = context;

    /// <summary>The document after a success; null otherwise, or when the viewer may not read it.</summary>
    protected BsonDocument? Document { get; private set; }

    /// <summary>Why nothing was done; empty after a success.</summary>
    protected ImmutableArray<PayloadError> Errors { get; set; } = [];

    public override IEnumerable<FetchedDocuments> Fetched => Shape.Fetched(Document, Context.Viewer);

    public override bool Write(ResponseContext response) => new PayloadWriter(Document, Errors, Context.Viewer).Write(Shape, response);

    /// <summary>Shows what was written; who may write may not read for that.</summary>
    protected void Show(BsonDocument? image, AccessOperation operation, QueryFilter filter) =>
        Document = image is { } document
            && filter.Rules.Of(Type.Collection).MayShow(operation, document.Span, new RuleContext(Context.Viewer, Context.Now))
                ? document
                : null;

    /// <summary>The typed error for a duplicate key; null when the index is not one of the model's.</summary>
    protected PayloadError? AlreadyExists(StoreException exception)
    {
        var index = Type.Indexes.FirstOrDefault(index => index.IsUnique && index.Name == exception.IndexName);
        return index is null
            ? null
            : new PayloadError(
                $"{Type.Name}AlreadyExistsError",
                $"A {Type.Name} with the same {string.Join(" and ", index.Fields)} exists already.") { Fields = index.Fields };
    }
}
