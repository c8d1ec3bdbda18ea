using OwnedData.Bson;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>Explain replies as MongoDB writes them: for a find, for an aggregate whose stages it doesn't give to the query, for a union, for two shards.</summary>
public sealed class ExplainStatisticsTests
{
    private const string Plan = """
        "queryPlanner": { "winningPlan": { "stage": "FETCH", "inputStage": { "stage": "IXSCAN", "keyPattern": { "stage": "1" }, "indexName": "owner_id_1__id_1" } }, "rejectedPlans": [{ "stage": "COLLSCAN" }] },
        "executionStats": { "nReturned": 2, "totalKeysExamined": 4, "totalDocsExamined": { "$numberLong": "3" }, "executionStages": { "stage": "FETCH", "nReturned": 7 } }
        """;

    private const string Scan = """
        "queryPlanner": { "winningPlan": { "stage": "COLLSCAN", "direction": "forward" }, "rejectedPlans": [] },
        "executionStats": { "nReturned": 1, "totalKeysExamined": 0, "totalDocsExamined": 300 }
        """;

    [Theory]
    [InlineData("{" + Plan + ", \"ok\": 1.0}", 4, 3, 2, "FETCH IXSCAN", "owner_id_1__id_1")]
    [InlineData("{\"stages\": [{\"$cursor\": {\"query\": {\"queryPlanner\": {\"stage\": \"x\"}}, " + Scan + "}}, {\"$group\": {\"n\": {\"$sum\": 1}}}], \"ok\": 1.0}", 0, 300, 1, "COLLSCAN", "")]
    [InlineData(
        "{\"stages\": [{\"$cursor\": {" + Plan + "}}, {\"$unionWith\": {\"coll\": \"notes\", \"pipeline\": [{\"$cursor\": {" + Scan + "}}]}}]}", 4, 303, 3, "FETCH IXSCAN COLLSCAN", "owner_id_1__id_1")]
    [InlineData("{\"mergeType\": \"mongos\", \"shards\": {\"a\": {" + Plan + "}, \"b\": {\"stages\": [{\"$cursor\": {" + Plan + "}}]}}}", 8, 6, 4, "FETCH IXSCAN FETCH IXSCAN", "owner_id_1__id_1")]
    [InlineData("{\"ok\": 1.0}", 0, 0, 0, "", "")]
    public void Every_plan_of_a_reply_counts(string reply, long keys, long documents, long returned, string stages, string indexes)
    {
        var statistics = ExplainStatistics.Read(BsonDocument.Parse(reply));

        Assert.Equal((keys, documents, returned), (statistics.KeysExamined, statistics.DocumentsExamined, statistics.Returned));
        Assert.Equal(stages, string.Join(' ', statistics.Stages));
        Assert.Equal(indexes, string.Join(' ', statistics.Indexes));
    }
}
