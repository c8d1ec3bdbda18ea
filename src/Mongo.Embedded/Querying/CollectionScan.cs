using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>All documents of a collection in the order of their making: what is left when no index helps.</summary>
internal sealed class CollectionScan(Connection connection, CollectionDefinition collection, OperationContext context) : RecordSource
{
    private readonly Statement _statement = connection.Rent(StatementKind.CollectionScan, collection.Id);

    internal override ReadOnlySpan<byte> Current => _statement.GetBlob(1);

    internal override long Record => _statement.GetInt64(0);

    internal override bool MoveNext()
    {
        if (!_statement.Step())
        {
            return false;
        }

        context.DocumentsExamined++;
        context.CountRead();
        return true;
    }

    public override void Dispose() => _statement.Dispose();
}
