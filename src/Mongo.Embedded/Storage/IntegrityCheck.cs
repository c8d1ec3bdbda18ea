using OwnedData.Mongo.Embedded.Indexing;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>Compares indexes with the documents, on one snapshot: what a crash must never break.</summary>
internal static class IntegrityCheck
{
    /// <summary>What is wrong, in words; empty when nothing is.</summary>
    internal static List<string> Run(Session session, IEnumerable<CollectionDefinition> collections)
    {
        var findings = new List<string>();
        using (var check = session.Connection.Prepare("PRAGMA integrity_check"))
        {
            while (check.Step())
            {
                if (check.GetText(0) is not "ok" and var finding)
                {
                    findings.Add(finding);
                }
            }
        }

        foreach (var collection in collections)
        {
            foreach (var index in collection.Indexes)
            {
                Compare(session.Connection, collection, index, findings);
            }
        }

        return findings;
    }

    private static void Compare(Connection connection, CollectionDefinition collection, IndexDefinition index, List<string> findings)
    {
        var entries = ReadEntries(connection, index);
        var generator = new KeyGenerator(index);
        using var scan = connection.Rent(StatementKind.CollectionScan, collection.Id);
        while (scan.Step())
        {
            var record = scan.GetInt64(0);
            foreach (var key in generator.Generate(scan.GetBlob(1), out var multikeyFields))
            {
                if (!entries.Remove((Convert.ToHexString(key), record)))
                {
                    findings.Add($"{collection.Name}.{index.Name}: record {record} lacks an entry");
                }

                if ((multikeyFields & ~index.MultikeyFields) != 0)
                {
                    findings.Add($"{collection.Name}.{index.Name}: record {record} has an array that the catalogue does not know of");
                }
            }
        }

        findings.AddRange(entries.Select(entry => $"{collection.Name}.{index.Name}: an entry of record {entry.Record} belongs to no document"));
    }

    private static HashSet<(string Key, long Record)> ReadEntries(Connection connection, IndexDefinition index)
    {
        var entries = new HashSet<(string, long)>();
        using var statement = connection.Prepare($"SELECT key, record FROM i{index.Id}");
        while (statement.Step())
        {
            entries.Add((Convert.ToHexString(statement.GetBlob(0)), statement.GetInt64(1)));
        }

        return entries;
    }
}
