using OwnedData.Mongo.Native.Tests;

namespace OwnedData.Mongo.Tests;

/// <summary>The contract runs on the server that the environment names; what that server does otherwise than MongoDB is left out, each with the reason.</summary>
internal static class ContractTarget
{
    private static readonly (Version Since, string Reason) s_union = (new Version(4, 4), "$unionWith isn't there");

    private static readonly Dictionary<string, string> s_documentDb = new(StringComparer.Ordinal)
    {
        ["Counting_gives_one_document_or_none"] = "$count of nothing gives a document with 0",
        ["A_unique_index_over_duplicates_is_not_made"] = "the error names no index while one is made",
        ["Unique_counts_missing_as_null_and_arrays_by_element"] = "a unique index takes null beside a missing field",
        ["Two_arrays_side_by_side_cannot_be_indexed"] = "a compound index takes two arrays in one document",
        ["Explaining_says_how_many_documents_a_scan_looked_at"] = "explain counts no documents",
        ["A_stage_that_is_not_well_formed_is_refused"] = "an empty $project is taken",
    };

    // What MongoDB itself did otherwise before a version.
    private static readonly Dictionary<string, (Version Since, string Reason)> s_mongoDb = new(StringComparer.Ordinal)
    {
        ["A_union_gives_each_branch_after_the_other_in_its_own_order_up_to_its_own_limit"] = s_union,
        ["A_union_goes_on_where_its_first_branch_or_another_has_nothing"] = s_union,
        ["A_union_inside_a_union_comes_before_what_follows_it"] = s_union,
        ["Stages_after_a_union_see_all_its_documents"] = s_union,
        ["Unions_inside_unions_are_bounded"] = s_union,
        ["A_stage_that_is_not_well_formed_is_refused"] = s_union,
        ["An_index_that_contradicts_another_is_refused"] = (new Version(4, 2), "it took an index of the same keys by another name for the same, and gave one code for both conflicts"),
    };

    public static string? ReasonToLeaveOut(string test) => TestMongoDB.ReasonToLeaveOut ?? (TestMongoDB.IsDocumentDB ? Difference(test) : Newer(test));

    private static string? Difference(string test) => s_documentDb.TryGetValue(test, out var reason) ? $"DocumentDB: {reason}" : null;

    private static string? Newer(string test) =>
        s_mongoDb.TryGetValue(test, out var newer) && TestMongoDB.Version < newer.Since ? $"MongoDB before {newer.Since}: {newer.Reason}" : null;
}
