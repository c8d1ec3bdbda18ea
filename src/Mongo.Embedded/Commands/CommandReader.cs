using System.Collections.Frozen;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>Walks the elements of a command, or of one statement in it, after its first; knows the time limit that every command may carry. Nothing unknown is passed over.</summary>
internal ref struct CommandReader
{
    private static readonly FrozenSet<string> s_queries =
        new[] { "find", "aggregate", "count", "distinct", "findAndModify", "findandmodify", "update.updates", "delete.deletes" }.ToFrozenSet();

    private readonly BsonDocument _document;
    private readonly string _owner;
    private readonly OperationContext? _context;
    private BsonReader _reader;

    private CommandReader(BsonDocument document, string owner, OperationContext? context)
    {
        _document = document;
        _owner = owner;
        _context = context;
        _reader = new BsonReader(document.Span);
    }

    /// <summary>The `hint` and the `collation` read so far, where these may stand.</summary>
    internal QuerySettings Settings { get; private set; } = QuerySettings.None;

    /// <summary>The current element's name.</summary>
    internal string Name { get; private set; } = "";

    internal readonly BsonValue Value => _reader.Value;

    /// <summary>Reads a command, whose first element holds the collection's name.</summary>
    internal static CommandReader OfCommand(BsonDocument command, OperationContext context, out string collection)
    {
        var reader = new CommandReader(command, NameOf(command), context);
        reader._reader.Read();
        reader.Name = reader._owner;
        collection = reader.String();
        return reader;
    }

    /// <summary>Reads a command of the whole database, whose first element is a number.</summary>
    internal static CommandReader OfDatabase(BsonDocument command, OperationContext context)
    {
        var reader = new CommandReader(command, NameOf(command), context);
        reader._reader.Read();
        return reader;
    }

    /// <summary>Reads a document inside a command; <paramref name="owner"/> says which, for messages.</summary>
    internal static CommandReader OfPart(BsonDocument part, string owner) => new(part, owner, context: null);

    /// <summary>Reads `explain`, whose first element is the command it explains.</summary>
    internal static CommandReader OfExplain(BsonDocument command, OperationContext context) => new(command, "explain", context);

    /// <summary>The command's name: its first element's.</summary>
    internal static string NameOf(BsonDocument command)
    {
        var reader = new BsonReader(command.Span);
        return reader.Read() ? Encoding.UTF8.GetString(reader.NameSpan) : "";
    }

    internal bool Read()
    {
        while (_reader.Read())
        {
            Name = Encoding.UTF8.GetString(_reader.NameSpan);
            switch (Name)
            {
                case "maxTimeMS" when _context is not null:
                    _context.LimitTime(Int64());
                    break;
                case "hint" when s_queries.Contains(_owner):
                    Settings = Settings with { Hint = QueryHint.Parse(Value) };
                    break;
                case "collation" when s_queries.Contains(_owner):
                    Settings = Settings with { Collation = Collation.Parse(Document()) };
                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    internal readonly BsonDocument Document() =>
        _reader.ElementType == BsonType.Document ? Slice(_reader.ValueOffset, _reader.ValueSpan.Length) : throw WrongType("object");

    /// <summary>The current value, uncopied, for what reads it later.</summary>
    internal readonly Operand Operand() => new(_reader.ElementType, _document.Memory.Slice(_reader.ValueOffset, _reader.ValueSpan.Length));

    internal readonly List<BsonDocument> Documents()
    {
        if (_reader.ElementType != BsonType.Array)
        {
            throw WrongType("array");
        }

        var documents = new List<BsonDocument>();
        var elements = new BsonReader(_reader.ValueSpan);
        while (elements.Read())
        {
            documents.Add(elements.ElementType == BsonType.Document
                ? Slice(_reader.ValueOffset + elements.ValueOffset, elements.ValueSpan.Length)
                : throw WrongType("array of objects"));
        }

        return documents;
    }

    internal readonly long Int64() => _reader.Value switch
    {
        { Type: BsonType.Int32 } value => value.AsInt32(),
        { Type: BsonType.Int64 } value => value.AsInt64(),
        { Type: BsonType.Double } value when Math.Truncate(value.AsDouble()) == value.AsDouble() && Math.Abs(value.AsDouble()) < 1L << 53 => (long)value.AsDouble(),
        _ => throw WrongType("long"),
    };

    /// <summary>A number of documents: not negative.</summary>
    internal readonly long Count() =>
        Int64() is >= 0 and var count ? count : throw new StoreException(StoreErrorCode.BadValue, $"BSON field '{_owner}.{Name}' value must be >= 0");

    internal readonly bool Boolean() => _reader.ElementType == BsonType.Boolean ? _reader.Value.AsBoolean() : throw WrongType("bool");

    internal readonly string String() =>
        _reader.ElementType == BsonType.String ? Encoding.UTF8.GetString(_reader.Value.AsString()) : throw WrongType("string");

    internal readonly StoreException Unknown() =>
        new(StoreErrorCode.UnknownField, $"BSON field '{_owner}.{Name}' is an unknown field.");

    internal readonly StoreException Missing(string name) =>
        new(StoreErrorCode.MissingField, $"BSON field '{_owner}.{name}' is missing but a required field");

    private readonly BsonDocument Slice(int start, int length) => new(_document.Memory.Slice(start, length));

    private readonly StoreException WrongType(string expected) =>
        new(StoreErrorCode.TypeMismatch, $"BSON field '{_owner}.{Name}' is the wrong type '{_reader.ElementType}', expected type '{expected}'");
}
