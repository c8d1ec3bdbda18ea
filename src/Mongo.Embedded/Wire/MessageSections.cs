using System.Buffers.Binary;
using System.Numerics;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>Reads OP_MSG: flags, one body, any number of document sequences, and a CRC-32C where the flags say so.</summary>
internal static class MessageSections
{
    private const uint ChecksumPresent = 1;
    private const uint MoreToCome = 2;

    // The specification: an unknown flag among the lower sixteen must be an error.
    private const uint UnknownRequired = 0xFFFC;
    private const int MaximumSequences = 16;

    internal static ClientMessage Parse(byte[] message, int requestId)
    {
        if (message.Length < ClientMessage.HeaderLength + sizeof(uint))
        {
            throw new WireProtocolException("A message without flags");
        }

        var flags = BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan(ClientMessage.HeaderLength));
        if ((flags & UnknownRequired) != 0)
        {
            throw new WireProtocolException($"Unknown flags: {flags:x}");
        }

        var end = (flags & ChecksumPresent) == 0 ? message.Length : CheckSum(message);
        return new ClientMessage(requestId, ReadSections(message.AsMemory(ClientMessage.HeaderLength + sizeof(uint), end - ClientMessage.HeaderLength - sizeof(uint))),
            IsLegacy: false, WantsReply: (flags & MoreToCome) == 0);
    }

    /// <summary>Checks the last four bytes against all before them; gives back where they begin.</summary>
    private static int CheckSum(ReadOnlySpan<byte> message)
    {
        var end = message.Length - sizeof(uint);
        if (end < ClientMessage.HeaderLength + sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(message[end..]) != Crc32C(message[..end]))
        {
            throw new WireProtocolException("A wrong checksum");
        }

        return end;
    }

    internal static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var value in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return ~checksum;
    }

    private static BsonDocument ReadSections(ReadOnlyMemory<byte> sections)
    {
        BsonDocument? body = null;
        var sequences = new List<ReadOnlyMemory<byte>>();
        while (!sections.IsEmpty)
        {
            var kind = sections.Span[0];
            var content = sections[1..(1 + LengthAt(sections[1..].Span))];
            sections = sections[(1 + content.Length)..];
            switch (kind)
            {
                case 0 when body is null:
                    body = new BsonDocument(content);
                    break;
                case 1 when sequences.Count < MaximumSequences:
                    sequences.Add(content[sizeof(int)..]);
                    break;
                default:
                    throw new WireProtocolException("Sections that make no command");
            }
        }

        var command = body ?? throw new WireProtocolException("A message without a body");
        return sequences.Count == 0 ? command : Merge(command, sequences);
    }

    private static BsonDocument Merge(BsonDocument body, List<ReadOnlyMemory<byte>> sequences)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var reader = new BsonReader(body.Span);
        while (reader.Read())
        {
            writer.WriteValue(reader.NameSpan, reader.Value);
        }

        foreach (var sequence in sequences)
        {
            WriteArray(writer, sequence.Span);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteArray(BsonWriter writer, ReadOnlySpan<byte> sequence)
    {
        var nameLength = sequence.IndexOf((byte)0);
        if (nameLength <= 0)
        {
            throw new WireProtocolException("A sequence without a name");
        }

        writer.WriteStartArray(sequence[..nameLength]);
        for (var documents = sequence[(nameLength + 1)..]; !documents.IsEmpty;)
        {
            var length = LengthAt(documents);
            writer.WriteDocument(documents[..length]);
            documents = documents[length..];
        }

        writer.WriteEndArray();
    }

    // A document's length and a sequence's both count their own four bytes.
    private static int LengthAt(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length < sizeof(int) ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return length >= sizeof(int) && length <= bytes.Length ? length : throw new WireProtocolException("A section beyond its message");
    }
}
