using System.Collections.Immutable;
using System.Globalization;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Access.Differential;

/// <summary>Random conditions over one set of fields, and documents and viewers that are hostile to them: few values, so that they meet often.</summary>
internal sealed class RandomRules(Random random)
{
    public static readonly string[] Names = ["team", "list", "https://example.com/a.b", "$x", "missing"];

    private static readonly string[] Equalities = ["eq", "neq", "in", "nin"];
    private static readonly string[] Orders = [.. Equalities, "gt", "gte", "lt", "lte", "ngt", "ngte", "nlt", "nlte"];
    private static readonly string[] TextOperations =
        [.. Orders, "contains", "startsWith", "endsWith", "ncontains", "nstartsWith", "nendsWith"];

    private static readonly string[] Texts = ["a", "ab", "A", "b", ".*", "a\n", "ä"];
    private static readonly string[] Hexes = ["650000000000000000000001", "65000000000000000000000a"];
    private static readonly string[] Uuids = ["00000000-0000-4000-8000-000000000001", "ff000000-0000-4000-8000-000000000000"];
    private static readonly long[] Times = [-1, 0, 1_769_860_800_000];

    private static readonly PlainBson.Number[] Numbers =
    [
        new("Int", "1"), new("Int", "-2147483648"), new("Long", "1"), new("Long", "9007199254740993"), new("Double", "1.0"), new("Double", "0.1"),
        new("Double", "9007199254740992.0"), new("Double", "1e300"), new("Double", "-0.0"), new("Decimal", "1.00"), new("Decimal", "0.1"), new("Decimal", "9007199254740993"),
        new("Int", "0"), new("Double", "Infinity"), new("Decimal", "-Infinity"), new("Int", "7"),
    ];

    private static readonly EmbeddedType Spot = new() { Name = "Spot", Description = null };
    private static readonly EnumDefinition Color = new("Color", null, []);
    private static readonly StoredType Target = new()
    {
        Name = "Target", Description = null, Collection = "targets", IdKind = IdKind.ObjectId, Plural = "targets", Paging = new OwnedData.Schema.Model.Paging(),
        Access = new TypeAccess { Gates = [], Owner = null },
    };

    private static readonly (string Path, FieldType Type)[] Leaves =
    [
        ("text", Scalar(ScalarKind.String)), ("n", Scalar(ScalarKind.Int)), ("big", Scalar(ScalarKind.Long)), ("ratio", Scalar(ScalarKind.Float)),
        ("money", Scalar(ScalarKind.Decimal)), ("flag", Scalar(ScalarKind.Boolean)), ("time", Scalar(ScalarKind.DateTime)), ("uid", Scalar(ScalarKind.UUID)),
        ("color", new EnumFieldType(Color, true)), ("ref", new ReferenceFieldType(Target, true)),
    ];

    private static readonly (string Path, FieldType Type)[] SpotFields =
        [("c", Scalar(ScalarKind.String)), ("l", Scalar(ScalarKind.Int)), ("w", List(Scalar(ScalarKind.String)))];

    private static readonly (string Path, FieldType Type)[] Fields =
    [
        .. Leaves, .. SpotFields.Select(field => ("home." + field.Path, field.Type)), ("texts", List(Scalar(ScalarKind.String))), ("counts", List(Scalar(ScalarKind.Int))),
        ("spots", List(new EmbeddedFieldType(Spot, true))), ("matrix", List(List(Scalar(ScalarKind.Int)))), ("refs", List(new ReferenceFieldType(Target, true))),
    ];

    /// <summary>How a field is stored, which is what a value of the viewer must fit.</summary>
    public static string KindOf(FieldType type) => type switch
    {
        ReferenceFieldType => "oid",
        EnumFieldType => "text",
        ScalarFieldType { Kind: ScalarKind.String } => "text",
        ScalarFieldType { Kind: ScalarKind.Boolean } => "flag",
        ScalarFieldType { Kind: ScalarKind.DateTime } => "date",
        ScalarFieldType { Kind: ScalarKind.UUID } => "uuid",
        _ => "number",
    };

    /// <summary>A coerced literal as it is stored.</summary>
    public static object? Stored(object? literal, FieldType type) => literal switch
    {
        null or bool => literal,
        string text when type is ReferenceFieldType => new PlainBson.Oid(text),
        string text when type is ScalarFieldType { Kind: ScalarKind.Decimal } => new PlainBson.Number("Decimal", text),
        string => literal,
        int number => new PlainBson.Number("Int", number.ToString(CultureInfo.InvariantCulture)),
        long number => new PlainBson.Number("Long", number.ToString(CultureInfo.InvariantCulture)),
        double number => new PlainBson.Number("Double", number.ToString("R", CultureInfo.InvariantCulture)),
        Guid guid => new PlainBson.Uuid(guid),
        DateTimeOffset time => new PlainBson.Date(time.ToUnixTimeMilliseconds()),
        _ => throw new ArgumentOutOfRangeException(nameof(literal)),
    };

    public Condition Condition(int depth) => OverFields(Fields, depth);

    public Dictionary<string, object?> Document()
    {
        var document = new Dictionary<string, object?>();
        foreach (var (path, type) in Fields.Where(field => !field.Path.Contains('.', StringComparison.Ordinal)).Append(("home", new EmbeddedFieldType(Spot, true))))
        {
            if (random.Next(6) != 0)
            {
                document[path] = Value(type, depth: 3);
            }
        }

        return document;
    }

    public Dictionary<string, object?> ViewerValues() =>
        Names.Where(name => name != "missing" && random.Next(8) != 0).ToDictionary(name => name, name => ViewerValue(name == "list" || random.Next(4) == 0));

    /// <summary>What an update might do to some fields: all that a document can hold is set, or removed.</summary>
    public (Dictionary<string, object?> Set, Dictionary<string, object?> Unset) Written()
    {
        var set = Document().Where(_ => random.Next(3) == 0).ToDictionary();
        return (set, Document().Keys.Where(name => random.Next(6) == 0 && !set.ContainsKey(name)).ToDictionary(name => name, _ => (object?)true));
    }

    private object? ViewerValue(bool isList)
    {
        if (!isList)
        {
            return random.Next(12) switch { 0 => null, 1 => "", 2 => new PlainBson.Number("Double", "NaN"), 3 => new Dictionary<string, object?>(), _ => ViewerLeaf() };
        }

        return random.Next(10) switch
        {
            0 => new List<object?>(),
            1 => Enumerable.Repeat<object?>("a", 1001).ToList(),
            2 => new List<object?> { ViewerLeaf(), null },
            3 => new List<object?> { "a", "" },
            4 => new List<object?> { new List<object?> { "a" } },
            5 => new List<object?> { "a", new PlainBson.Number("Int", "1") },
            _ => Enumerable.Repeat(random.Next(6), random.Next(1, 4)).Select(kind => (object?)Leaf(kind)).ToList(),
        };
    }

    private object ViewerLeaf() => random.Next(8) switch { 6 => Pick(Hexes), 7 => Pick(Uuids), var kind => Leaf(kind) };

    private object Leaf(int kind) => kind switch
    {
        0 => Pick(Texts),
        1 => Pick(Numbers),
        2 => random.Next(2) == 0,
        3 => new PlainBson.Date(Pick(Times)),
        4 => new PlainBson.Uuid(Guid.Parse(Pick(Uuids))),
        _ => new PlainBson.Oid(Pick(Hexes)),
    };

    private object? Value(FieldType type, int depth)
    {
        if (random.Next(4) == 0)
        {
            return Hostile(depth);
        }

        return type switch
        {
            ListFieldType list => Enumerable.Range(0, random.Next(4)).Select(_ => Value(list.Element, depth - 1)).ToList(),
            EmbeddedFieldType => Object(depth - 1),
            _ => Leaf(KindOf(type) switch { "text" => 0, "number" => 1, "flag" => 2, "date" => 3, "uuid" => 4, _ => 5 }),
        };
    }

    private Dictionary<string, object?> Object(int depth) =>
        SpotFields.Where(_ => random.Next(5) != 0).ToDictionary(field => field.Path, field => Value(field.Type, depth));

    private object? Hostile(int depth) => random.Next(depth <= 0 ? 6 : 12) switch
    {
        0 => null,
        1 => new PlainBson.Number(random.Next(2) == 0 ? "Double" : "Decimal", "NaN"),
        2 => Pick(["", "zz"]),
        3 => Pick<object>([new PlainBson.Symbol(Pick(Texts)), new PlainBson.Pattern(Pick(["a", "^a", @"a\z", "b"]), Pick(["", "i"]))]),
        4 => new PlainBson.Other(Pick(["""{"$minKey":1}""", """{"$maxKey":1}""", """{"$timestamp":{"t":1,"i":1}}""", """{"$binary":{"base64":"AQID","subType":"00"}}"""])),
        5 => Leaf(random.Next(6)),
        6 => new List<object?>(),
        7 or 8 => Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(3) == 0 ? Hostile(depth - 1) : Leaf(random.Next(6))).ToList(),
        9 => Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(3) == 0 ? Hostile(depth - 1) : Object(depth - 1)).ToList(),
        10 => new List<object?> { new List<object?> { Leaf(random.Next(6)), Object(depth - 1) } },
        _ => Object(depth - 1),
    };

    private Condition OverFields((string Path, FieldType Type)[] fields, int depth) => random.Next(depth <= 0 ? 3 : 7) switch
    {
        3 or 4 => new AllOf(Several(() => OverFields(fields, depth - 1))),
        5 or 6 => new AnyOf(Several(() => OverFields(fields, depth - 1))),
        _ => Pick(fields) is var (path, type) && type is ListFieldType list ? OverList(path, list, depth) : OverLeaf(path, type),
    };

    private Condition OverList(string path, ListFieldType list, int depth)
    {
        var place = new RulePath(path, path, list);
        return random.Next(6) == 0
            ? new AnyElement(place, random.Next(2) == 0)
            : new ElementCondition(place, Pick(["some", "none", "all"]), list.Element is EmbeddedFieldType ? OverFields(SpotFields, depth - 1) : OverElement(list.Element, depth - 1));
    }

    private Condition OverElement(FieldType type, int depth) => random.Next(depth <= 0 ? 3 : 6) switch
    {
        4 => new AllOf(Several(() => OverElement(type, depth - 1))),
        5 => new AnyOf(Several(() => OverElement(type, depth - 1))),
        _ => type is ListFieldType list ? OverList("", list, depth) : OverLeaf("", type),
    };

    private Comparison OverLeaf(string path, FieldType type)
    {
        var kind = KindOf(type);
        var operation = Pick(type is ScalarFieldType { Kind: ScalarKind.String } ? TextOperations : kind is "number" or "date" ? Orders : Equalities);
        return new Comparison(new RulePath(path, path, type), operation, Operand(type, operation));
    }

    private Operand Operand(FieldType type, string operation) => (operation is "in" or "nin", random.Next(8)) switch
    {
        (_, < 4) => Viewer(type),
        (true, 4) => new ListOperand([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(2) == 0 ? Viewer(type) : (Operand)new LiteralOperand(Literal(type)))]),
        (true, _) => new LiteralOperand(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Literal(type)).ToArray()),
        (_, 4) when operation is "eq" or "neq" => new LiteralOperand(null),
        _ => new LiteralOperand(Literal(type)),
    };

    private ViewerOperand Viewer(FieldType type) => new(random.Next(8) switch
    {
        0 when KindOf(type) == "date" => Schema.Access.ViewerValue.Now,
        0 or 1 => Schema.Access.ViewerValue.Subject,
        < 5 => new ViewerValue(ViewerSource.Claim, Pick(Names)),
        _ => new ViewerValue(ViewerSource.Grant, Pick(Names)),
    });

    private object Literal(FieldType type) => type switch
    {
        ReferenceFieldType => Pick(Hexes),
        ScalarFieldType { Kind: ScalarKind.Int } => Pick([0, 1, 7, int.MinValue]),
        ScalarFieldType { Kind: ScalarKind.Long } => Pick([0, 1L, 9007199254740993]),
        ScalarFieldType { Kind: ScalarKind.Float } => Pick([1.0, 0.1, 1e300, 9007199254740992.0]),
        ScalarFieldType { Kind: ScalarKind.Decimal } => Pick(["1.00", "0.1", "9007199254740993"]),
        ScalarFieldType { Kind: ScalarKind.Boolean } => random.Next(2) == 0,
        ScalarFieldType { Kind: ScalarKind.DateTime } => DateTimeOffset.FromUnixTimeMilliseconds(Pick(Times)),
        ScalarFieldType { Kind: ScalarKind.UUID } => Guid.Parse(Pick(Uuids)),
        _ => Pick(Texts),
    };

    private ImmutableArray<Condition> Several(Func<Condition> make) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => make())];

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    private static ScalarFieldType Scalar(ScalarKind kind) => new(kind, IsNullable: true);

    private static ListFieldType List(FieldType element) => new(element, IsNullable: true);
}
