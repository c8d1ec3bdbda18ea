using System.Text.Json.Nodes;
using OwnedData.GraphQL.Tests.Types;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.GraphQL.Tests.Introspection;

public sealed class IntrospectionResolverTests
{
    private static readonly GraphQLSchema _schema = Schemas.Build(
        """"
        """
        The schema.
        """
        schema { query: Query mutation: Change }
        type Query { note(id: ID! = "a" old: Int @deprecated): Note }
        type Change { change: Int }
        interface Node { id: ID! }
        "A note."
        type Note implements Node { id: ID! tags: [String!]! old: Int @deprecated(reason: "gone") at: DateTime }
        union Found = Note | Change
        enum Color { RED "Not blue." GREEN OLD @deprecated }
        input Filter { color: Color = RED, list: [Int!] = [1, 2], old: Int = 1 @deprecated }
        input Choice @oneOf { a: Int b: Filter }
        directive @tag("Which." name: String = "x", old: Int @deprecated) repeatable on OBJECT | FIELD
        """");

    [Fact]
    public void The_schema_tells_its_roots_types_and_directives() => AssertAnswer(
        "{ __schema { __typename description queryType { name } mutationType { name } subscriptionType { name } directives { name isRepeatable locations args { name defaultValue } } } }",
        """
        { "__schema": { "__typename": "__Schema", "description": "The schema.", "queryType": { "name": "Query" }, "mutationType": { "name": "Change" }, "subscriptionType": null,
          "directives": [
            { "name": "tag", "isRepeatable": true, "locations": ["OBJECT", "FIELD"], "args": [{ "name": "name", "defaultValue": "\"x\"" }] },
            { "name": "include", "isRepeatable": false, "locations": ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"], "args": [{ "name": "if", "defaultValue": null }] },
            { "name": "skip", "isRepeatable": false, "locations": ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"], "args": [{ "name": "if", "defaultValue": null }] },
            { "name": "deprecated", "isRepeatable": false, "locations": ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
              "args": [{ "name": "reason", "defaultValue": "\"No longer supported\"" }] },
            { "name": "specifiedBy", "isRepeatable": false, "locations": ["SCALAR"], "args": [{ "name": "url", "defaultValue": null }] },
            { "name": "oneOf", "isRepeatable": false, "locations": ["INPUT_OBJECT"], "args": [] } ] } }
        """);

    [Fact]
    public void The_schema_lists_every_type_once() => AssertAnswer(
        "{ __schema { types { kind name } } }",
        """
        { "__schema": { "types": [
          { "kind": "OBJECT", "name": "Query" }, { "kind": "OBJECT", "name": "Change" }, { "kind": "INTERFACE", "name": "Node" }, { "kind": "OBJECT", "name": "Note" },
          { "kind": "UNION", "name": "Found" }, { "kind": "ENUM", "name": "Color" }, { "kind": "INPUT_OBJECT", "name": "Filter" }, { "kind": "INPUT_OBJECT", "name": "Choice" },
          { "kind": "OBJECT", "name": "__Schema" }, { "kind": "OBJECT", "name": "__Type" }, { "kind": "ENUM", "name": "__TypeKind" }, { "kind": "OBJECT", "name": "__Field" },
          { "kind": "OBJECT", "name": "__InputValue" }, { "kind": "OBJECT", "name": "__EnumValue" }, { "kind": "OBJECT", "name": "__Directive" }, { "kind": "ENUM", "name": "__DirectiveLocation" },
          { "kind": "SCALAR", "name": "Boolean" }, { "kind": "SCALAR", "name": "DateTime" }, { "kind": "SCALAR", "name": "ID" }, { "kind": "SCALAR", "name": "Int" }, { "kind": "SCALAR", "name": "String" } ] } }
        """);

    [Fact]
    public void An_object_type_tells_its_fields_without_the_deprecated_ones() => AssertAnswer(
        """{ __type(name: "Note") { kind name description specifiedByURL isOneOf fields { name isDeprecated type { kind name ofType { kind ofType { kind ofType { name } } } } } interfaces { name } possibleTypes { name } enumValues { name } inputFields { name } ofType { name } } }""",
        """
        { "__type": { "kind": "OBJECT", "name": "Note", "description": "A note.", "specifiedByURL": null, "isOneOf": null, "fields": [
            { "name": "id", "isDeprecated": false, "type": { "kind": "NON_NULL", "name": null, "ofType": { "kind": "SCALAR", "ofType": null } } },
            { "name": "tags", "isDeprecated": false, "type": { "kind": "NON_NULL", "name": null, "ofType": { "kind": "LIST", "ofType": { "kind": "NON_NULL", "ofType": { "name": "String" } } } } },
            { "name": "at", "isDeprecated": false, "type": { "kind": "SCALAR", "name": "DateTime", "ofType": null } } ],
          "interfaces": [{ "name": "Node" }], "possibleTypes": null, "enumValues": null, "inputFields": null, "ofType": null } }
        """);

    [Fact]
    public void Deprecated_members_are_there_when_asked_for() => AssertAnswer(
        """
        {
          note: __type(name: "Note") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } }
          color: __type(name: "Color") { enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } }
          filter: __type(name: "Filter") { inputFields(includeDeprecated: true) { name defaultValue isDeprecated deprecationReason } }
          query: __type(name: "Query") { fields { args(includeDeprecated: true) { name defaultValue type { kind } deprecationReason } } }
        }
        """,
        """
        { "note": { "fields": [
            { "name": "id", "isDeprecated": false, "deprecationReason": null }, { "name": "tags", "isDeprecated": false, "deprecationReason": null },
            { "name": "old", "isDeprecated": true, "deprecationReason": "gone" }, { "name": "at", "isDeprecated": false, "deprecationReason": null } ] },
          "color": { "enumValues": [
            { "name": "RED", "description": null, "isDeprecated": false, "deprecationReason": null }, { "name": "GREEN", "description": "Not blue.", "isDeprecated": false, "deprecationReason": null },
            { "name": "OLD", "description": null, "isDeprecated": true, "deprecationReason": "No longer supported" } ] },
          "filter": { "inputFields": [
            { "name": "color", "defaultValue": "RED", "isDeprecated": false, "deprecationReason": null }, { "name": "list", "defaultValue": "[1, 2]", "isDeprecated": false, "deprecationReason": null },
            { "name": "old", "defaultValue": "1", "isDeprecated": true, "deprecationReason": "No longer supported" } ] },
          "query": { "fields": [{ "args": [
            { "name": "id", "defaultValue": "\"a\"", "type": { "kind": "NON_NULL" }, "deprecationReason": null }, { "name": "old", "defaultValue": null, "type": { "kind": "SCALAR" }, "deprecationReason": "No longer supported" } ] }] } }
        """);

    [Fact]
    public void Deprecated_members_are_left_out_otherwise() => AssertAnswer(
        """
        {
          color: __type(name: "Color") { enumValues { name } }
          filter: __type(name: "Filter") { isOneOf inputFields(includeDeprecated: false) { name } }
          query: __type(name: "Query") { fields { args { name } } }
          choice: __type(name: "Choice") { isOneOf }
        }
        """,
        """
        { "color": { "enumValues": [{ "name": "RED" }, { "name": "GREEN" }] }, "filter": { "isOneOf": false, "inputFields": [{ "name": "color" }, { "name": "list" }] },
          "query": { "fields": [{ "args": [{ "name": "id" }] }] }, "choice": { "isOneOf": true } }
        """);

    [Fact]
    public void Abstract_types_tell_what_they_can_be() => AssertAnswer(
        """
        {
          node: __type(name: "Node") { fields { name } interfaces { name } possibleTypes { name } }
          found: __type(name: "Found") { fields { name } interfaces { name } possibleTypes { name } }
          date: __type(name: "DateTime") { kind specifiedByURL }
          none: __type(name: "None") { name }
          __typename
        }
        """,
        """
        { "node": { "fields": [{ "name": "id" }], "interfaces": [], "possibleTypes": [{ "name": "Note" }] },
          "found": { "fields": null, "interfaces": null, "possibleTypes": [{ "name": "Note" }, { "name": "Change" }] },
          "date": { "kind": "SCALAR", "specifiedByURL": "https://www.graphql-scalars.com/date-time" }, "none": null, "__typename": "Query" }
        """);

    [Fact]
    public void Introspection_describes_itself() => AssertAnswer(
        """{ type: __type(name: "__Type") { fields { name args { name defaultValue type { kind ofType { name } } } } } kind: __type(name: "__TypeKind") { enumValues { name } } }""",
        """
        { "type": { "fields": [
            { "name": "kind", "args": [] }, { "name": "name", "args": [] }, { "name": "description", "args": [] }, { "name": "specifiedByURL", "args": [] },
            { "name": "fields", "args": [{ "name": "includeDeprecated", "defaultValue": "false", "type": { "kind": "NON_NULL", "ofType": { "name": "Boolean" } } }] },
            { "name": "interfaces", "args": [] }, { "name": "possibleTypes", "args": [] },
            { "name": "enumValues", "args": [{ "name": "includeDeprecated", "defaultValue": "false", "type": { "kind": "NON_NULL", "ofType": { "name": "Boolean" } } }] },
            { "name": "inputFields", "args": [{ "name": "includeDeprecated", "defaultValue": "false", "type": { "kind": "NON_NULL", "ofType": { "name": "Boolean" } } }] },
            { "name": "ofType", "args": [] }, { "name": "isOneOf", "args": [] } ] },
          "kind": { "enumValues": [{ "name": "SCALAR" }, { "name": "OBJECT" }, { "name": "INTERFACE" }, { "name": "UNION" }, { "name": "ENUM" }, { "name": "INPUT_OBJECT" }, { "name": "LIST" }, { "name": "NON_NULL" }] } }
        """);

    private static void AssertAnswer(string query, string expected)
    {
        Assert.True(DocumentValidator.Validate(_schema, Schemas.Parse(query)).TryGetValue(out var document));

        var answer = new IntrospectionWalk(document).Run();

        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), answer.ToJsonString());
    }
}
