using System.Diagnostics;
using OwnedData.Schema.Model;

namespace OwnedData.Server.Commands;

/// <summary>The indexes of a model as text, each with what asks for it: `indexes plan`.</summary>
internal static class IndexPlan
{
    public static void Write(TextWriter output, DataModel model)
    {
        foreach (var type in model.StoredTypes)
        {
            output.WriteLine($"{type.Collection} ({type.Name})");
            if (type.Indexes.IsEmpty)
            {
                output.WriteLine("  none but that of _id");
            }

            foreach (var index in type.Indexes)
            {
                output.WriteLine($"  {index.Name}: {string.Join(", ", index.Keys.Select(key => key.IsDescending ? $"{key.StoredPath}:desc" : key.StoredPath))}");
                output.WriteLine($"    for {PurposeOf(index)}");
                foreach (var rule in index.Rules)
                {
                    output.WriteLine($"    by  {rule}");
                }
            }

            output.WriteLine();
        }
    }

    private static string PurposeOf(IndexDefinition index) => index.Purpose switch
    {
        IndexPurpose.DefaultOrder => "lists in their default order, and counts",
        IndexPurpose.Reference => $"the documents that refer to another by {index.Fields[0]}",
        IndexPurpose.Index => $"filters and orders by {string.Join(", ", index.Fields)}: @index",
        IndexPurpose.Unique => $"no two with the same {string.Join(", ", index.Fields)}{(index.PrefixLength > 0 ? " of one owner" : "")}: @unique",
        _ => throw new UnreachableException($"No index is for {index.Purpose}."),
    };
}
