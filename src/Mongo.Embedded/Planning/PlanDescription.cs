using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Writes a plan as MongoDB's explain does: a stage, and the stage before it as its `inputStage`.</summary>
internal static class PlanDescription
{
    /// <summary>Writes one document at the place where the writer stands.</summary>
    internal static void Write(BsonWriter writer, QueryPlan plan)
    {
        var branches = plan.LaterStages.SelectMany(stage => stage.Branches).ToList();
        if (branches.Count == 0)
        {
            WriteLimited(writer, plan);
            return;
        }

        Open(writer, "UNION");
        writer.WriteStartArray("inputStages"u8);
        WriteLimited(writer, plan);
        branches.ForEach(branch => Write(writer, branch));
        writer.WriteEndArray();
        writer.WriteEndDocument();
    }

    private static void WriteLimited(BsonWriter writer, QueryPlan plan)
    {
        if (plan.CountedField is not null)
        {
            Open(writer, "COUNT");
            writer.WriteName("inputStage"u8);
            WriteScan(writer, "COUNT_SCAN", plan.Accesses[0]);
            writer.WriteEndDocument();
        }
        else if (plan.Limit > 0)
        {
            Open(writer, "LIMIT");
            writer.WriteInt64("limitAmount"u8, plan.Limit);
            writer.WriteName("inputStage"u8);
            WriteSorted(writer, plan);
            writer.WriteEndDocument();
        }
        else
        {
            WriteSorted(writer, plan);
        }
    }

    private static void WriteSorted(BsonWriter writer, QueryPlan plan)
    {
        if (plan.IsOrdered)
        {
            WriteRecords(writer, plan);
            return;
        }

        Open(writer, "SORT");
        writer.WriteName("inputStage"u8);
        WriteRecords(writer, plan);
        writer.WriteEndDocument();
    }

    private static void WriteRecords(BsonWriter writer, QueryPlan plan)
    {
        if (plan.IsEmpty || plan.Accesses.IsEmpty)
        {
            Open(writer, plan.IsEmpty ? "EOF" : "COLLSCAN");
            writer.WriteEndDocument();
            return;
        }

        Open(writer, "FETCH");
        writer.WriteName("inputStage"u8);
        if (!plan.IsMerged && plan.Accesses is [var only])
        {
            WriteScan(writer, "IXSCAN", only);
        }
        else
        {
            Open(writer, plan.IsMerged ? "SORT_MERGE" : "OR");
            writer.WriteStartArray("inputStages"u8);
            foreach (var access in plan.Accesses)
            {
                WriteScan(writer, "IXSCAN", access);
            }

            writer.WriteEndArray();
            writer.WriteEndDocument();
        }

        writer.WriteEndDocument();
    }

    private static void WriteScan(BsonWriter writer, string stage, IndexAccess access)
    {
        Open(writer, stage);
        writer.WriteDocument("keyPattern"u8, access.Index.Keys);
        writer.WriteString("indexName"u8, access.Index.Name);
        writer.WriteBoolean("isMultiKey"u8, access.Index.IsMultikey);
        writer.WriteBoolean("isUnique"u8, access.Index.IsUnique);
        writer.WriteString("direction"u8, access.IsBackward ? "backward" : "forward");
        writer.WriteInt32("ranges"u8, access.Ranges.Length);
        writer.WriteEndDocument();
    }

    private static void Open(BsonWriter writer, string stage)
    {
        writer.WriteStartDocument();
        writer.WriteString("stage"u8, stage);
    }
}
