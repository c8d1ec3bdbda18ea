using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`$count` of documents that an index alone tells apart: counts its entries and reads no document. Only where <see cref="IndexCoverage"/> says so.</summary>
internal sealed class CountedEntries(Connection connection, IndexAccess access, byte[] field, OperationContext context) : CountSource(field)
{
    protected override long Count()
    {
        using var statement = connection.Rent(StatementKind.CountEntries, index: access.Index.Id);
        var count = 0L;
        foreach (var range in access.Ranges)
        {
            // A range is counted in one go: a million entries take some 20 ms.
            context.Check();
            statement.Reset();
            statement.Bind(1, range.Low);
            statement.Bind(2, range.High);
            statement.Step();
            count += statement.GetInt64(0);
        }

        context.KeysExamined += count;
        return count;
    }
}
