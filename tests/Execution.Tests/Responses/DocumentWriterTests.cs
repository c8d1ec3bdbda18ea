using OwnedData.Bson;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Responses;

public sealed class DocumentWriterTests
{
    private const string Id = """ "_id": {"$oid": "65f0a1b2c3d4e5f6a7b8c9d0"} """;

    [Fact]
    public void Fields_come_in_the_order_of_the_selection_whatever_the_order_of_the_document()
    {
        var shape = Shapes.Object("Note", ("title", "String!"), ("pinned", "Boolean!"), ("tags", "[String!]!"), ("place", "Place"));

        var rendering = Rendering.Of(
            """{ "place": {"country": "FR", "city": "Lyon"}, "other": 1, "tags": ["a", "b"], "pinned": true, "title": "T" }""", shape);

        Assert.Equal(new Rendering("""{"title":"T","pinned":true,"tags":["a","b"],"place":{"city":"Lyon","country":"FR"}}""", ""), rendering);
    }

    [Fact]
    public void Aliases_read_one_element_several_times_each_with_its_own_shape()
    {
        var shape = Shapes.Note(
            new ShapeField("a", "place", ConditionSet.Always, new ObjectShape(Shapes.Object("Place", ("city", "String!")), true)),
            new ShapeField("type", ConditionSet.Always, "Note"),
            new ShapeField("b", "place", ConditionSet.Always, new ObjectShape(Shapes.Object("Place", ("country", "String")), true)));

        var rendering = Rendering.Of("""{ "place": {"city": "Lyon", "country": "FR"} }""", shape);

        Assert.Equal(new Rendering("""{"a":{"city":"Lyon"},"type":"Note","b":{"country":"FR"}}""", ""), rendering);
    }

    [Theory]
    [InlineData(true, true, """{"a":1,"__typename":"Note","b":2}""")]
    [InlineData(false, true, """{"__typename":"Note","b":2}""")]
    [InlineData(true, false, """{"a":1,"b":2}""")]
    [InlineData(false, false, """{"b":2}""")]
    public void Skipped_fields_leave_no_trace(bool first, bool second, string expected)
    {
        var shape = Shapes.Note(
            new ShapeField("a", "a", 0, Shapes.Parse("Int")),
            new ShapeField("__typename", 1, "Note"),
            new ShapeField("b", "b", ConditionSet.Always, Shapes.Parse("Int")));

        Assert.Equal(new Rendering(expected, ""), Rendering.Of("""{ "a": 1, "b": 2 }""", shape, first, second));
    }

    [Fact]
    public void An_object_of_which_every_field_is_skipped_is_empty() =>
        Assert.Equal(new Rendering("{}", ""), Rendering.Of("""{ "a": 1 }""", Shapes.Note(new ShapeField("a", "a", 0, Shapes.Parse("Int!"))), false));

    [Fact]
    public void A_skipped_field_with_broken_data_is_no_error() =>
        Assert.Equal(new Rendering("{}", ""), Rendering.Of("{}", Shapes.Note(new ShapeField("a", "a", 0, Shapes.Parse("Int!"))), false));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "body": null }""")]
    [InlineData("""{ "body": {"$undefined": true} }""")]
    public void Missing_and_null_are_null_where_null_may_be(string document) =>
        Assert.Equal(new Rendering("""{"body":null}""", ""), Rendering.Of(document, Shapes.Object("Note", ("body", "String"))));

    [Theory]
    [InlineData("")]
    [InlineData(""", "title": null """)]
    public void A_missing_value_of_a_non_null_field_makes_the_document_null(string title)
    {
        var rendering = Rendering.Of($$"""{ {{Id}} {{title}} }""", Shapes.Object("Note", ("title", "String!")));

        Assert.Equal(
            new Rendering(null, "notes/7/title: Note.title of document 65f0a1b2c3d4e5f6a7b8c9d0 is missing or null, but the model says String!."),
            rendering);
    }

    [Theory]
    [InlineData("String", """{"x":null,"b":2}""", "notes/7/x: Note.x of document 5 is not a valid String.")]
    [InlineData("String!", null, "notes/7/x: Note.x of document 5 is not a valid String.")]
    [InlineData("[String]", """{"x":null,"b":2}""", "notes/7/x: Note.x of document 5 is not a valid [String].")]
    [InlineData("[String!]!", null, "notes/7/x: Note.x of document 5 is not a valid [String!].")]
    [InlineData("Place", """{"x":null,"b":2}""", "notes/7/x: Note.x of document 5 is not a valid Place.")]
    [InlineData("Place!", null, "notes/7/x: Note.x of document 5 is not a valid Place.")]
    public void An_ill_typed_value_is_null_and_an_error(string type, string? json, string error) =>
        Assert.Equal(new Rendering(json, error), Rendering.Of("""{ "_id": 5, "x": 1, "b": 2 }""", Shapes.Object("Note", ("x", type), ("b", "Int!"))));

    [Theory]
    [InlineData("[String]!", """{"x":["a",null,"b",null]}""", "notes/7/x/1: Note.x of document 5 is not a valid String.")]
    [InlineData("[String!]", """{"x":null}""", "notes/7/x/1: Note.x of document 5 is not a valid String.")]
    [InlineData("[String!]!", null, "notes/7/x/1: Note.x of document 5 is not a valid String.")]
    public void A_bad_item_is_null_at_the_nearest_place_that_may_be(string type, string? json, string error) =>
        Assert.Equal(new Rendering(json, error), Rendering.Of("""{ "_id": 5, "x": ["a", 1, "b", null] }""", Shapes.Object("Note", ("x", type))));

    [Fact]
    public void Two_items_fail_each_on_its_own()
    {
        var rendering = Rendering.Of(
            """{ "_id": 5, "x": [{"city": 1}, {"city": "Lyon"}, {}] }""", Shapes.Object("Note", ("x", "[Place]")));

        Assert.Equal(
            new Rendering(
                """{"x":[null,{"city":"Lyon","country":null},null]}""",
                "notes/7/x/0/city: Place.city of document 5 is not a valid String.\n"
                + "notes/7/x/2/city: Place.city of document 5 is missing or null, but the model says String!."),
            rendering);
    }

    [Theory]
    [InlineData("Place", """{"x":null,"b":2}""")]
    [InlineData("Place!", null)]
    public void A_bad_field_of_an_embedded_object_makes_that_object_null_or_its_parent(string type, string? json) =>
        Assert.Equal(
            new Rendering(json, "notes/7/x/city: Place.city of document 5 is missing or null, but the model says String!."),
            Rendering.Of("""{ "_id": 5, "x": {"country": "FR"}, "b": 2 }""", Shapes.Object("Note", ("x", type), ("b", "Int!"))));

    [Theory]
    [InlineData("[[Int]]", """{"x":[[1,null],[],null,[3]]}""", "notes/7/x/0/1: Note.x of document 5 is not a valid Int.")]
    [InlineData("[[Int!]]", """{"x":[null,[],null,[3]]}""", "notes/7/x/0/1: Note.x of document 5 is not a valid Int.")]
    [InlineData("[[Int!]!]", """{"x":null}""", "notes/7/x/0/1: Note.x of document 5 is not a valid Int.")]
    [InlineData("[[Int]!]", """{"x":null}""", "notes/7/x/0/1: Note.x of document 5 is not a valid Int.\nnotes/7/x/2: Note.x of document 5 is missing or null, but the model says [Int]!.")]
    public void Lists_of_lists_propagate_level_by_level(string type, string? json, string error) =>
        Assert.Equal(new Rendering(json, error), Rendering.Of("""{ "_id": 5, "x": [[1, "2"], [], null, [3]] }""", Shapes.Object("Note", ("x", type))));

    [Fact]
    public void An_error_carries_the_alias_in_its_path_and_the_model_in_its_message()
    {
        var shape = Shapes.Note(new ShapeField("heading", "t", ConditionSet.Always, Shapes.Parse("String")) { FieldName = "title", Locations = [new(3, 5)] });
        using var buffer = new ResponseBuffer(1000);
        var errors = new ErrorCollector();

        var isWritten = new DocumentWriter(buffer, errors, new ResponsePathBuilder(), default).Write(BsonDocument.Parse("""{ "t": 1 }""").Span, shape);
        ErrorWriter.Write(errors.Errors, buffer);

        Assert.True(isWritten);
        Assert.Equal(
            """{"heading":null}[{"message":"Note.title of a document is not a valid String.","locations":[{"line":3,"column":5}],"path":["heading"],"extensions":{"code":"OD0400"}}]""",
            System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Theory]
    [InlineData("""{"$oid": "65f0a1b2c3d4e5f6a7b8c9d0"}""", "document 65f0a1b2c3d4e5f6a7b8c9d0")]
    [InlineData(""" "abc" """, "document abc")]
    [InlineData(""" 17 """, "document 17")]
    [InlineData("""{"$numberLong": "9007199254740993"}""", "document 9007199254740993")]
    [InlineData("""{"$uuid": "c8edabc3-f738-4ca3-b68d-ab92a91478a3"}""", "document c8edabc3-f738-4ca3-b68d-ab92a91478a3")]
    [InlineData("""{"a": 1}""", "a document")]
    public void An_error_names_the_document_by_its_id(string id, string expected) =>
        Assert.Equal(
            new Rendering("""{"x":null}""", $"notes/7/x: Note.x of {expected} is not a valid Int."),
            Rendering.Of($$"""{ "_id": {{id}}, "x": "secret" }""", Shapes.Object("Note", ("x", "Int"))));

    [Fact]
    public void A_long_text_as_id_is_cut_off_in_an_error()
    {
        var rendering = Rendering.Of($$"""{ "_id": "{{new string('i', 65)}}", "x": 1 }""", Shapes.Object("Note", ("x", "String")));

        Assert.Equal($"notes/7/x: Note.x of document {new string('i', 64)}… is not a valid String.", rendering.Errors);
    }

    [Fact]
    public void Of_two_elements_with_one_name_the_first_counts()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteInt32("b"u8, 1);
        writer.WriteInt32("a"u8, 2);
        writer.WriteInt32("b"u8, 3);
        writer.WriteInt32("a"u8, 4);
        writer.WriteInt32("c"u8, 5);
        writer.WriteEndDocument();

        var rendering = Rendering.Of(writer.ToDocument(), Shapes.Object("Note", ("a", "Int"), ("b", "Int"), ("c", "Int")));

        Assert.Equal(new Rendering("""{"a":2,"b":1,"c":5}""", ""), rendering);
    }

    [Fact]
    public void More_fields_than_fit_on_the_stack_are_written_the_same()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"f{i}").ToArray();
        var shape = Shapes.Object("Note", [.. names.Select(name => (name, "Int"))]);
        var document = "{" + string.Join(',', names.Reverse().Select(name => $"\"{name}\": {name[1..]}")) + "}";

        Assert.Equal("{" + string.Join(',', names.Select(name => $"\"{name}\":{name[1..]}")) + "}", Rendering.Of(document, shape).Json);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_document()
    {
        var document = BsonDocument.Parse(
            $$$"""
            { {{{Id}}}, "title": "A \"title\" with escapes\n", "body": "{{{new string('b', 600)}}}", "tags": ["a", "b", "c"], "status": "DRAFT", "pinned": false,
              "place": {"city": "Lyon", "country": null}, "createdAt": {"$date": "2024-03-01T12:30:00.123Z"}, "uuid": {"$uuid": "c8edabc3-f738-4ca3-b68d-ab92a91478a3"},
              "amount": {"$numberDecimal": "12.50"}, "ratio": 0.25, "count": {"$numberLong": "5"}, "json": {"a": [1, {"b": "c"}]}, "bytes": {"$binary": {"base64": "AQID", "subType": "00"}} }
            """);
        var shape = new DocumentShape(
            "Note",
            [
                new ShapeField("id", "_id", ConditionSet.Always, new GlobalIdShape("Note", IdKind.ObjectId)),
                new ShapeField("__typename", ConditionSet.Always, "Note"),
                Shapes.Field("title", "String!"), Shapes.Field("body", "String"), Shapes.Field("tags", "[String!]!"), Shapes.Field("status", "NoteStatus!"),
                Shapes.Field("pinned", "Boolean!"), Shapes.Field("place", "Place"), Shapes.Field("createdAt", "DateTime!"), Shapes.Field("uuid", "UUID"),
                Shapes.Field("amount", "Decimal"), Shapes.Field("ratio", "Float"), Shapes.Field("count", "Int"), Shapes.Field("json", "JSON"), Shapes.Field("bytes", "ByteArray"),
            ]);
        using var buffer = new ResponseBuffer(1 << 20);
        var errors = new ErrorCollector();
        var writer = new DocumentWriter(buffer, errors, new ResponsePathBuilder(), default);
        WriteMany(writer, buffer, document, shape);

        var before = GC.GetAllocatedBytesForCurrentThread();
        WriteMany(writer, buffer, document, shape);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Empty(errors.Errors);
        Assert.Equal(0, allocated);
    }

    private static void WriteMany(DocumentWriter writer, ResponseBuffer buffer, BsonDocument document, DocumentShape shape)
    {
        for (var i = 0; i < 1000; i++)
        {
            buffer.Truncate(0);
            writer.Write(document.Span, shape);
        }
    }
}
