using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Tests.Types;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Types_and_fields_are_found_by_name_and_kept_in_order()
    {
        var schema = Schemas.Build(
            """
            type Query { note(id: ID!): Note notes: [Note!]! }
            "A note." type Note implements Node { id: ID! title: String @deprecated(reason: "old") tags: [String!]! }
            interface Node { id: ID! }
            union Found = Note
            enum Color { RED GREEN @deprecated }
            input Filter { color: Color = RED and: [Filter!] }
            extend type Note { size: Long at: DateTime }
            """);

        var note = Assert.IsType<ObjectType>(TypeOf(schema, "Note"));
        Assert.Equal("A note.", note.Description);
        Assert.Equal(["id: ID!", "title: String", "tags: [String!]!", "size: Long", "at: DateTime"], note.Fields.Select(field => $"{field.Name}: {field.Type}"));
        Assert.Equal(["Node"], note.Interfaces.Select(type => type.Name));
        Assert.True(note.TryGetField("title", out var title));
        Assert.Equal("old", title.DeprecationReason);
        Assert.False(note.TryGetField("__typename", out _));
        Assert.Same(note, Assert.Single(schema.GetPossibleTypes(TypeOf(schema, "Node"))));
        Assert.Same(note, Assert.Single(schema.GetPossibleTypes(TypeOf(schema, "Found"))));
        Assert.Same(note, Assert.Single(schema.GetPossibleTypes(note)));
        Assert.Empty(schema.GetPossibleTypes(TypeOf(schema, "Color")));
        Assert.Equal("No longer supported", Assert.IsType<EnumType>(TypeOf(schema, "Color")).Values[1].DeprecationReason);
        Assert.Equal(
            ["Query", "Note", "Node", "Found", "Color", "Filter", "Boolean", "DateTime", "ID", "Long", "String"],
            schema.Types.Where(type => !type.IsIntrospectionType).Select(type => type.Name));
        Assert.Equal("Query", schema.QueryType.Name);
        Assert.Null(schema.MutationType);
        Assert.Equal(schema.QueryType, schema.GetRootType(OperationKind.Query));
        Assert.Equal(["include", "skip", "deprecated", "specifiedBy", "oneOf"], schema.Directives.Select(directive => directive.Name));
    }

    [Fact]
    public void Meta_fields_are_found_where_they_may_be_selected()
    {
        var schema = Schemas.Build("type Query { a: A u: U } type A { a: Int } union U = A");

        Assert.True(schema.TryGetField(schema.QueryType, "__schema", out var schemaField));
        Assert.Equal("__Schema!", schemaField.Type.ToString());
        Assert.True(schema.TryGetField(schema.QueryType, "__type", out var typeField));
        Assert.Equal("__Type", typeField.Type.ToString());
        Assert.Equal("String!", Assert.Single(typeField.Arguments).Type.ToString());
        Assert.True(schema.TryGetField(TypeOf(schema, "U"), "__typename", out var typeName));
        Assert.Equal("String!", typeName.Type.ToString());
        Assert.False(schema.TryGetField(TypeOf(schema, "A"), "__schema", out _));
        Assert.False(schema.TryGetField(TypeOf(schema, "U"), "a", out _));
        Assert.True(schema.TryGetField(TypeOf(schema, "A"), "a", out _));
    }

    [Fact]
    public void A_known_scalar_that_is_not_declared_comes_with_its_description_and_specification()
    {
        var schema = Schemas.Build("type Query { at: DateTime id: UUID other: Mine } scalar Mine @specifiedBy(url: \"https://example.com/mine\")");

        Assert.Equal("https://www.graphql-scalars.com/date-time", Assert.IsType<ScalarType>(TypeOf(schema, "DateTime")).SpecifiedBy);
        Assert.Equal("The `DateTime` scalar represents an ISO-8601 compliant date time type.", TypeOf(schema, "DateTime").Description);
        Assert.Null(TypeOf(schema, "UUID").Description);
        Assert.Equal("https://example.com/mine", Assert.IsType<ScalarType>(TypeOf(schema, "Mine")).SpecifiedBy);
    }

    [Fact]
    public void Wrapped_types_are_equal_by_what_they_wrap()
    {
        var schema = Schemas.Build("type Query { a: [Int!] b: [Int!] c: [Int] }");

        var types = schema.QueryType.Fields.Select(field => field.Type).ToList();
        Assert.Equal(types[0], types[1]);
        Assert.Equal(types[0].GetHashCode(), types[1].GetHashCode());
        Assert.NotEqual(types[0], types[2]);
        Assert.Equal("Int", types[0].InnermostType.Name);
    }

    [Fact]
    public void All_mistakes_are_reported_at_once_in_the_order_of_the_document() => AssertMistakes(
        """
        type Query { a: Missing b(x: Also): Int }
        type Query { c: Int }
        type __Mine { a: Int }
        extend type Nobody { a: Int }
        enum Empty
        """,
        "Unknown type \"Missing\". (1:17)",
        "Unknown type \"Also\". (1:30)",
        "There can be only one type named \"Query\". (2:6)",
        "Name \"__Mine\" must not begin with \"__\", which is reserved by GraphQL introspection. (3:6)",
        "Cannot extend type \"Nobody\" because it is not defined. (4:13)",
        "Enum type Empty must define one or more values. (5:1)");

    [Theory]
    [InlineData("type A { a: Int }", "Query root type must be provided.")]
    [InlineData("schema { mutation: A } type A { a: Int }", "Query root type must be provided. (1:1)")]
    [InlineData("input Query { a: Int }", "Query root type must be Object type, it cannot be Query. (1:7)")]
    [InlineData("schema { query: A mutation: B } type A { a: Int } scalar B", "Mutation root type must be Object type if provided, it cannot be B. (1:29)")]
    [InlineData("schema { query: A mutation: A } type A { a: Int }", "All root types must be different, \"A\" type is used as query and mutation root types. (1:1)")]
    [InlineData("schema { query: A query: A } type A { a: Int }", "There can be only one query type in schema. (1:19)")]
    [InlineData("schema { query: B }", "Unknown type \"B\". (1:17)")]
    [InlineData("schema { query: A } schema { query: A } type A { a: Int }", "Must provide only one schema definition. (1:21)")]
    [InlineData("extend schema @deprecated type Query { a: Int }", "Cannot extend the schema because it is not defined. (1:1)")]
    [InlineData("{ a } type Query { a: Int }", "A schema has type system definitions only; operations and fragments are not among them. (1:1)")]
    public void A_schema_needs_its_root_types(string sdl, string mistake) => AssertMistakes(sdl, mistake);

    [Theory]
    [InlineData("scalar Int", "There can be only one type named \"Int\". (2:8)")]
    [InlineData("directive @skip on FIELD", "There can be only one directive named \"@skip\". (2:12)")]
    [InlineData("type A { a: Int a: Int }", "Field \"A.a\" can only be defined once. (2:17)")]
    [InlineData("type A { a: Int } extend type A { a: Int }", "Field \"A.a\" can only be defined once. (2:35)")]
    [InlineData("type A { a(b: Int, b: Int): Int }", "Argument \"A.a(b:)\" can only be defined once. (2:20)")]
    [InlineData("enum E { A A }", "Enum value \"E.A\" can only be defined once. (2:12)")]
    [InlineData("input I { a: Int a: Int }", "Field \"I.a\" can only be defined once. (2:18)")]
    [InlineData("union U = Query | Query", "Union type U can only include type Query once. (2:19)")]
    [InlineData("union U = Int", "Union type U can only include Object types, it cannot include Int. (2:11)")]
    [InlineData("type A { a: Int } extend input A { b: Int }", "Cannot extend non-input object type \"A\". (2:1) (2:26)")]
    [InlineData("type A { __a: Int }", "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection. (2:10)")]
    [InlineData("type A", "Type A must define one or more fields. (2:1)")]
    [InlineData("input I { a: Query }", "The type of I.a must be Input Type but got: Query. (2:14)")]
    [InlineData("input I { a: Int } type A { a: [I!] }", "The type of A.a must be Output Type but got: [I!]. (2:32)")]
    [InlineData("type A { a(b: Query): Int }", "The type of A.a(b:) must be Input Type but got: Query. (2:15)")]
    [InlineData("input I { a: Int! @deprecated }", "Required input field I.a cannot be deprecated. (2:11)")]
    [InlineData("type A { a(b: Int! @deprecated): Int }", "Required argument A.a(b:) cannot be deprecated. (2:12)")]
    [InlineData("input I @oneOf { a: Int! }", "OneOf input field I.a must be nullable. (2:21)")]
    [InlineData("input I @oneOf { a: Int = 1 }", "OneOf input field I.a cannot have a default value. (2:27)")]
    [InlineData("input I { a: Int = \"x\" }", "Int cannot represent non-integer value: \"x\" (2:20)")]
    [InlineData("type A { a(b: [Int!] = [1, null]): Int }", "Expected value of type \"Int!\", found null. (2:28)")]
    [InlineData("input I { a: I! }", "Cannot reference Input Object \"I\" within itself through a series of non-null fields: \"a\". (2:11)")]
    [InlineData(
        "input I { j: J! } input J { i: I! }", "Cannot reference Input Object \"I\" within itself through a series of non-null fields: \"j.i\". (2:11)")]
    [InlineData(
        "input I { i: I = {} }", "Invalid circular reference. The default value of Input Object field I.i references itself via: I.i. (2:11)")]
    public void A_mistake_in_a_definition_is_reported(string sdl, string mistake) => AssertMistakes($"type Query {{ q: Int }}\n{sdl}", mistake);

    [Theory]
    [InlineData("type A implements Query { q: Int }", "Type A must only implement Interface types, it cannot implement Query. (2:19)")]
    [InlineData("type A implements I & I { i: [I] }", "Type A can only implement I once. (2:23)")]
    [InlineData("type A implements I { a: Int }", "Interface field I.i expected but A does not provide it. (2:19)")]
    [InlineData("type A implements I { i: Int }", "Interface field I.i expects type [I] but A.i is type Int. (2:26)")]
    [InlineData("type A implements J { j(a: Int): Int }", "Type A must implement I because it is implemented by J. (2:19)", "Interface field J.i expected but A does not provide it. (2:19)")]
    [InlineData("type A implements I & J { i: [A!]! j: Int }", "Interface field argument J.j(a:) expected but A.j does not provide it. (2:36)")]
    [InlineData(
        "type A implements I & J { i: [A] j(a: Int!): Int }", "Interface field argument J.j(a:) expects type Int but A.j(a:) is type Int!. (2:39)")]
    [InlineData(
        "type A implements I { i(a: Int!): [I] }",
        "Argument \"A.i(a:)\" must not be required type \"Int!\" if not provided by the Interface field \"I.i\". (2:25)")]
    [InlineData("interface K implements K { k: Int }", "Type K cannot implement itself because it would create a circular reference. (2:24)")]
    public void An_implementation_that_breaks_its_interface_is_reported(string sdl, params string[] mistakes) =>
        AssertMistakes($"type Query {{ q: Int }} interface I {{ i: [I] }} interface J implements I {{ i: [I] j(a: Int): Int }}\n{sdl}", mistakes);

    [Theory]
    [InlineData("type A @nope { a: Int }", "Unknown directive \"@nope\". (2:8)")]
    [InlineData("type A @field(a: 1) { a: Int }", "Directive \"@field\" may not be used on OBJECT. (2:8)")]
    [InlineData("type A { a: Int @field(a: 1) @field(a: 2) }", "The directive \"@field\" can only be used once at this location. (2:17) (2:30)")]
    [InlineData("type A { a: Int @field }", "Directive \"@field\" argument \"a\" of type \"Int!\" is required, but it was not provided. (2:17)")]
    [InlineData("type A { a: Int @field(a: 1, a: 2) }", "There can be only one argument named \"a\". (2:30)")]
    [InlineData("type A { a: Int @field(a: true) }", "Int cannot represent non-integer value: true (2:27)")]
    [InlineData("type A { a: Int @field(a: 1, ab: 2) }", "Unknown argument \"ab\" on directive \"@field\". Did you mean \"a\"? (2:30)")]
    public void A_directive_that_does_not_fit_is_reported(string sdl, string mistake) =>
        AssertMistakes($"type Query {{ q: Int }} directive @field(a: Int!) on FIELD_DEFINITION\n{sdl}", mistake);

    private static NamedType TypeOf(GraphQLSchema schema, string name)
    {
        Assert.True(schema.TryGetType(name, out var type));
        return type;
    }

    private static void AssertMistakes(string sdl, params string[] mistakes)
    {
        var outcome = SchemaBuilder.Build(Schemas.Parse(sdl));

        Assert.False(outcome.TryGetValue(out _));
        Assert.Equal(mistakes, Schemas.Lines(outcome.Errors));
    }
}
