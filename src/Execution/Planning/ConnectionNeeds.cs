namespace OwnedData.Execution.Planning;

/// <summary>What a connection's selection asks of the store, under the request's conditions.</summary>
[Flags]
internal enum ConnectionNeeds
{
    None = 0,

    /// <summary>`nodes`, `edges` or `pageInfo`: a find.</summary>
    Documents = 1,

    /// <summary>`totalCount`: a count.</summary>
    Count = 2,

    /// <summary>A cursor: the find's projection holds the sort values.</summary>
    Cursors = 4,
}
