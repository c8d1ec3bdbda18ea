using System.Security.Cryptography;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`$sample`: some of the documents, each as likely as any other (reservoir sampling). What it keeps is bounded (code 292).</summary>
internal sealed class SampledSource(DocumentSource source, long size) : DocumentSource
{
    private const long MaximumBytes = 100L << 20;

    private readonly List<byte[]> _chosen = [];
    private int _position = -1;
    private long _bytes;

    internal override ReadOnlySpan<byte> Current => _chosen[_position];

    internal override bool MoveNext()
    {
        if (_position < 0)
        {
            Choose();
        }

        return ++_position < _chosen.Count;
    }

    public override void Dispose() => source.Dispose();

    private void Choose()
    {
        for (var seen = 0; source.MoveNext(); seen = Math.Min(seen + 1, int.MaxValue - 1))
        {
            if (_chosen.Count < size)
            {
                Keep(_chosen.Count, source.Current.ToArray());
            }
            else if (RandomNumberGenerator.GetInt32(seen + 1) is var place && place < _chosen.Count)
            {
                Keep(place, source.Current.ToArray());
            }
        }
    }

    private void Keep(int place, byte[] document)
    {
        if (place == _chosen.Count)
        {
            _chosen.Add([]);
        }

        _bytes += document.Length - _chosen[place].Length;
        _chosen[place] = document;
        if (_bytes > MaximumBytes)
        {
            throw new StoreException(StoreErrorCode.ExceededMemoryLimit, $"$sample exceeded memory limit of {MaximumBytes} bytes");
        }
    }
}
