using System.Runtime.InteropServices;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Objects;

/// <summary>A document in the making: a field that comes again keeps its place and takes the new value.</summary>
internal sealed class FieldList
{
    private readonly List<(byte[] Name, Operand Value)> _fields = [];
    private readonly Dictionary<byte[], int> _positions = new(KeyComparer.Instance);

    /// <summary>What the fields keep.</summary>
    internal long Bytes { get; private set; }

    internal void AddAll(Operand document)
    {
        var reader = new BsonReader(document.Value.Bytes);
        while (reader.Read())
        {
            Add(reader.NameSpan.ToArray(), Operand.At(reader, document.Bytes));
        }
    }

    internal void Add(byte[] name, Operand value)
    {
        ref var position = ref CollectionsMarshal.GetValueRefOrAddDefault(_positions, name, out var exists);
        if (exists)
        {
            Bytes += value.Length - _fields[position].Value.Length;
            _fields[position] = (name, value);
        }
        else
        {
            Bytes += Evaluation.ElementBytes + (2 * name.Length) + value.Length;
            position = _fields.Count;
            _fields.Add((name, value));
        }
    }

    internal Operand ToDocument()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        foreach (var (name, value) in _fields)
        {
            writer.WriteValue(name, value.Value);
        }

        writer.WriteEndDocument();
        return Operand.From(writer.ToDocument());
    }
}
