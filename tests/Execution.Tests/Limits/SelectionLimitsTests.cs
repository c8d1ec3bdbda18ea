using System.Text;
using OwnedData.Execution.Access;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Tests.Support;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Tests.Limits;

/// <summary>Each limit at its value, which is answered, and one beyond it, with the whole error.</summary>
public sealed class SelectionLimitsTests
{
    private const string Recursive =
        """
        type Thing @collection(name: "things") @owned { name: String  part: Part }
        type Part { name: String  part: Part  other: Part }
        """;

    private static readonly OperationLimits s_small = new(
        new ParserLimits(Tokens: 60, Depth: 6, Bytes: 300),
        SelectionDepth: 4,
        Fields: 8,
        Aliases: 3,
        RootFields: 4,
        IntrospectionDepth: 5,
        NodeIds: 2);

    [Theory]
    [InlineData("levels", "{ notes { edges { node { id } } } }", "{ notes { edges { node { place { city } } } } }",
        """{"message":"The operation selects fields more than 4 levels deep.","locations":[{"line":1,"column":34}],"path":["notes","edges","node","place","city"],"extensions":{"code":"OD0205"}}""")]
    [InlineData("levels in fragments", "{ ...Q } fragment Q on Query { notes { ...C } } fragment C on NoteConnection { nodes { id } }",
        "{ ...Q } fragment Q on Query { n: notes { ...C } } fragment C on NoteConnection { edges { node { place { c: city } } } }",
        """{"message":"The operation selects fields more than 4 levels deep.","locations":[{"line":1,"column":106}],"path":["n","edges","node","place","c"],"extensions":{"code":"OD0205"}}""")]
    [InlineData("fields", "{ notes { nodes { id title body pinned status tags } } }", "{ notes { nodes { id title body pinned status tags createdAt } } }",
        """{"message":"The operation selects more than 8 fields, counted with all fragments spread.","locations":[{"line":1,"column":1}],"extensions":{"code":"OD0206"}}""")]
    [InlineData("fields in fragments", "{ notes { nodes { ...T ...T ...T } } } fragment T on Note { id title }", "{ notes { nodes { ...T ...T ...T title } } } fragment T on Note { id title }",
        """{"message":"The operation selects more than 8 fields, counted with all fragments spread.","locations":[{"line":1,"column":1}],"extensions":{"code":"OD0206"}}""")]
    [InlineData("aliases", "{ notes { nodes { a: id b: id c: id d: __typename } } }", "{ notes { nodes { a: id b: id c: id d: id } } }",
        """{"message":"The operation has 4 aliases, counted with all fragments spread. At most 3 are allowed.","locations":[{"line":1,"column":1}],"extensions":{"code":"OD0207"}}""")]
    [InlineData("root fields", "{ a: __typename b: __typename c: __typename d: __typename d: __typename }",
        "{ a: __typename b: __typename c: __typename d: __typename e: __typename }",
        """{"message":"The operation asks for 5 fields at its root. At most 4 are allowed.","locations":[{"line":1,"column":1}],"extensions":{"code":"OD0208"}}""")]
    [InlineData("levels of introspection", "{ __schema { queryType { fields { type { name } } } } }", "{ __schema { queryType { fields { type { ofType { name } } } } } }",
        """{"message":"Maximum allowed introspection depth exceeded.","locations":[{"line":1,"column":51}],"path":["__schema","queryType","fields","type","ofType","name"],"extensions":{"code":"HC0086","maxIntrospectionDepth":5}}""")]
    [InlineData("nesting of the text", "{ notes(where: { and: [{ and: [{}] }] }) { totalCount } }", "{ notes(where: { and: [{ and: [{ and: [] }] }] }) { totalCount } }",
        """{"message":"Syntax Error: Document is nested more than 6 levels deep. Parsing aborted.","locations":[{"line":1,"column":39}],"extensions":{"code":"OD0203"}}""")]
    public async Task A_limit_is_held(string what, string within, string beyond, string error)
    {
        _ = what;
        using var api = await Api.CreateAsync(limits: s_small);

        Assert.StartsWith("{\"data\":{", await api.RunAsync(within, Api.Alice), StringComparison.Ordinal);
        Assert.Equal($"{{\"errors\":[{error}]}}", await api.RunAsync(beyond, Api.Alice));
    }

    [Fact]
    public async Task The_length_of_a_text_is_held()
    {
        using var api = await Api.CreateAsync(limits: s_small);
        const string Query = "{ __typename }";

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await api.RunAsync(Query.PadRight(300), Api.Alice));
        Assert.Equal(
            """{"errors":[{"message":"Syntax Error: Document contains more than 300 bytes. Parsing aborted.","extensions":{"code":"OD0201"}}]}""",
            await api.RunAsync(Query.PadRight(301), Api.Alice));
    }

    [Fact]
    public async Task The_number_of_tokens_is_held()
    {
        using var api = await Api.CreateAsync(limits: s_small);

        Assert.Equal("""{"data":{"notes":{"totalCount":0}}}""", await api.RunAsync(WithTokens(60), Api.Alice));
        Assert.Equal(
            """{"errors":[{"message":"Syntax Error: Document contains more than 60 tokens. Parsing aborted.","locations":[{"line":1,"column":177}],"extensions":{"code":"OD0202"}}]}""",
            await api.RunAsync(WithTokens(61), Api.Alice));

        static string WithTokens(int count) =>
            $"{{ notes(where: {{ title: {{ in: [{string.Concat(Enumerable.Repeat("\"\" ", count - 20))}] }} }}) {{ totalCount }} }}";
    }

    [Fact]
    public async Task The_number_of_ids_is_held()
    {
        using var api = await Api.CreateAsync(limits: s_small);
        var id = Convert.ToBase64String(Encoding.UTF8.GetBytes("Note:650000000000000000000001"));

        Assert.Equal("""{"data":{"nodes":[null,null]}}""", await api.RunAsync($$"""{ nodes(ids: ["{{id}}", "{{id}}"]) { id } }""", Api.Alice));
        Assert.Equal(
            """{"errors":[{"message":"The maximum number of nodes that can be fetched at once is 2. This request asks for 3.","locations":[{"line":1,"column":3}],"path":["nodes"],"extensions":{"code":"HC0076"}}],"data":null}""",
            await api.RunAsync($$"""{ nodes(ids: ["{{id}}", "{{id}}", "{{id}}"]) { id } }""", Api.Alice));
    }

    [Theory]
    [InlineData("{ things { nodes { part { part { name } other { part { name } } } } } }")]
    [InlineData("{ things { nodes { part { part { part { part { part { name } } } } } } } }", 48)]
    [InlineData("{ things { nodes { part { ...A } } } } fragment A on Part { part { part { part { p: part { name } } } } }", 82)]
    public async Task A_field_stands_inside_itself_at_most_three_times(string query, int column = 0)
    {
        using var api = await Api.CreateAsync(Recursive);

        var response = await api.RunAsync(query, Api.Alice);

        var last = query.Contains("p: part", StringComparison.Ordinal) ? "p" : "part";
        Assert.Equal(
            column == 0
                ? """{"data":{"things":{"nodes":[]}}}"""
                : $$$"""{"errors":[{"message":"Maximum allowed coordinate cycle depth was exceeded.","locations":[{"line":1,"column":{{{column}}}}],"path":["things","nodes","part","part","part","part","{{{last}}}"],"extensions":{"code":"HC0087","maxCycleDepth":3}}]}""",
            response);
    }

    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }", 38, "\"__schema\",\"types\",\"fields\",\"type\",\"fields\"")]
    [InlineData("{ __type(name: \"Note\") { interfaces { possibleTypes { interfaces { name } } } } }", 55, "\"__type\",\"interfaces\",\"possibleTypes\",\"interfaces\"")]
    [InlineData("{ __type(name: \"Note\") { ...F } } fragment F on __Type { inputFields { type { inputFields { name } } } }", 79, "\"__type\",\"inputFields\",\"type\",\"inputFields\"")]
    public async Task A_list_of_the_schema_does_not_stand_inside_itself(string query, int column, string path)
    {
        using var api = await Api.CreateAsync();

        Assert.Equal(
            $$$"""{"errors":[{"message":"Maximum allowed introspection depth exceeded.","locations":[{"line":1,"column":{{{column}}}}],"path":[{{{path}}}],"extensions":{"code":"HC0086","maxIntrospectionDepth":20}}]}""",
            await api.RunAsync(query, Viewer.Anonymous));
    }

    [Fact]
    public async Task The_introspection_of_the_tools_passes()
    {
        // As graphql-js writes it with all options on: what GraphiQL, Apollo and Relay's tools send.
        const string Query =
            """
            query IntrospectionQuery {
              __schema {
                description
                queryType { name kind } mutationType { name kind } subscriptionType { name kind }
                types { ...FullType }
                directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
              }
            }
            fragment FullType on __Type {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
            fragment TypeRef on __Type {
              kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType {
                kind name ofType { kind name ofType { kind name } } } } } } } } }
            }
            """;
        using var api = await Api.CreateAsync();

        Assert.StartsWith("{\"data\":{\"__schema\":{", await api.RunAsync(Query, Viewer.Anonymous), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_levels_of_doubling_are_counted_fragment_by_fragment()
    {
        var text = new StringBuilder("{ notes { nodes { ...F0 } } } fragment F50 on Note { a: title }");
        for (var number = 0; number < 50; number++)
        {
            text.Append($" fragment F{number} on Note {{ ...F{number + 1} ...F{number + 1} }}");
        }

        using var api = await Api.CreateAsync();

        Assert.Equal(
            """{"errors":[{"message":"The operation selects more than 2000 fields, counted with all fragments spread.","locations":[{"line":1,"column":1}],"extensions":{"code":"OD0206"}}]}""",
            await api.RunAsync(text.ToString(), Api.Alice));
    }

    [Fact]
    public async Task Only_the_operation_that_runs_is_held_to_the_limits()
    {
        using var api = await Api.CreateAsync(limits: s_small);
        const string Query = "query A { __typename } query B { a: __typename b: __typename c: __typename d: __typename e: __typename }";

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await api.RunAsync(Query, Api.Alice, operationName: "A"));
        Assert.StartsWith("""{"errors":[{"message":"The operation asks for 5 fields""", await api.RunAsync(Query, Api.Alice, operationName: "B"), StringComparison.Ordinal);
    }
}
