using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>`$group`: one document a group, in the order the groups were met. What it keeps is bounded (code 292).</summary>
internal sealed class GroupedSource(DocumentSource source, GroupSpecification specification) : DocumentSource
{
    private const long MaximumBytes = 100L << 20;
    private const int GroupBytes = 256;

    private readonly List<(Operand Id, Accumulator[] Values)> _groups = [];
    private readonly SortedDictionary<byte[], int> _positions = new(KeyComparer.Instance);
    private readonly KeyBuffer _key = new();
    private readonly BsonWriter _writer = new();
    private int _position = -1;
    private long _bytes;

    internal override ReadOnlySpan<byte> Current => _writer.WrittenSpan;

    internal override bool MoveNext()
    {
        if (_position < 0)
        {
            ReadAll();
        }

        if (++_position >= _groups.Count)
        {
            return false;
        }

        _writer.Reset();
        _writer.WriteStartDocument();
        var (id, values) = _groups[_position];
        _writer.WriteValue("_id"u8, id.Value);
        for (var i = 0; i < values.Length; i++)
        {
            _writer.WriteValue(specification.Fields[i].Name, values[i].Result.Value);
        }

        _writer.WriteEndDocument();
        return true;
    }

    public override void Dispose()
    {
        source.Dispose();
        _writer.Dispose();
    }

    private void ReadAll()
    {
        while (source.MoveNext())
        {
            var document = source.Current.ToArray();
            var values = FindGroup(specification.Evaluation.Run(specification.Id, document) ?? Operand.Null);
            for (var i = 0; i < values.Length; i++)
            {
                _bytes += values[i].Add(specification.Evaluation.Run(specification.Fields[i].Value, document));
            }

            if (_bytes > MaximumBytes)
            {
                throw new StoreException(StoreErrorCode.ExceededMemoryLimit, $"$group exceeded memory limit of {MaximumBytes} bytes");
            }
        }
    }

    private Accumulator[] FindGroup(Operand id)
    {
        _key.Reset();
        KeyEncoder.Encode(_key, id.Value);
        var key = _key.Written.ToArray();
        if (!_positions.TryGetValue(key, out var position))
        {
            position = _groups.Count;
            _positions.Add(key, position);
            _groups.Add((Operand.From(id.Value), [.. specification.Fields.Select(field => field.Create())]));
            _bytes += 2 * key.Length + GroupBytes;
        }

        return _groups[position].Values;
    }
}
