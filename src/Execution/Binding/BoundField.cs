using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Binding;

/// <summary>A root field of one request: first fetched, then written. Fetching does the I/O and no writing; writing does no I/O.</summary>
internal abstract class BoundField(FieldSelection selection)
{
    public FieldSelection Selection { get; } = selection;

    /// <summary>Why the field could not be fetched; it is then written as null with this error.</summary>
    public GraphQLError? Failure { get; set; }

    /// <summary>Sends the field's commands.</summary>
    /// <param name="filter">The gate to the store.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="now">The time of the request: one for all of its commands.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public virtual ValueTask FetchAsync(QueryFilter filter, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>What was fetched and will be written, for the references in it.</summary>
    public virtual IEnumerable<FetchedDocuments> Fetched => [];

    /// <summary>Writes the field's value. False, with an error collected, when the value has to be null.</summary>
    public abstract bool Write(ResponseContext response);

    /// <summary>Gives the fetched buffers back.</summary>
    public virtual void Release()
    {
    }
}
