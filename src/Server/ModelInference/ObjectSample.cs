using System.Text;
using OwnedData.Bson;

namespace OwnedData.Server.ModelInference;

/// <summary>The fields that were seen in objects of one place, in the order in which they came up.</summary>
internal sealed class ObjectSample
{
    /// <summary>More fields than that are no object of fields but a map, whose keys are data.</summary>
    private const int MostFields = 200;

    private readonly Dictionary<string, ValueSample> _byName = new(StringComparer.Ordinal);
    private readonly List<(string Name, ValueSample Values)> _fields = [];

    /// <summary>How many objects there were.</summary>
    public int Count { get; private set; }

    /// <summary>True when there were more fields than are listed.</summary>
    public bool IsMap { get; private set; }

    public IReadOnlyList<(string Name, ValueSample Values)> Fields => _fields;

    public void Add(ReadOnlySpan<byte> document, int level)
    {
        Count++;
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            if (!_byName.TryGetValue(name, out var values))
            {
                if (_fields.Count == MostFields)
                {
                    IsMap = true;
                    continue;
                }

                values = new ValueSample();
                _byName.Add(name, values);
                _fields.Add((name, values));
            }

            values.Add(reader.Value, level);
        }
    }
}
