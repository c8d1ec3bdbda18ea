using OwnedData.Mongo.Native.Tests;

namespace OwnedData.Mongo.Tests;

/// <summary>The contract runs on the server that the environment names; what that server does otherwise than MongoDB is left out, each with the reason.</summary>
internal static class ContractTarget
{
    private static readonly Dictionary<string, string> s_documentDb = new(StringComparer.Ordinal)
    {
        ["Counting_gives_one_document_or_none"] = "$count of nothing gives a document with 0",
        ["A_unique_index_over_duplicates_is_not_made"] = "the error names no index while one is made",
        ["Unique_counts_missing_as_null_and_arrays_by_element"] = "a unique index takes null beside a missing field",
        ["Two_arrays_side_by_side_cannot_be_indexed"] = "a compound index takes two arrays in one document",
        ["A_stage_that_is_not_well_formed_is_refused"] = "an empty $project is taken",
    };

    public static string? ReasonToLeaveOut(string test) =>
        TestMongoDB.ReasonToLeaveOut ?? (TestMongoDB.IsDocumentDB && s_documentDb.TryGetValue(test, out var reason) ? $"DocumentDB: {reason}" : null);
}
