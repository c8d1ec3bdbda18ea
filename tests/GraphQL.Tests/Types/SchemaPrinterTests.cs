using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    private const string Golden = """"
        type Query {
          note(
            "The id."
            id: ID!
          ): Note @tag(name: "a")
          notes(where: Filter = {title: "x"}, order: [Order!] = [UP]): [Note!]! @deprecated(reason: "slow")
        }

        """
        A note.
        It has lines.
        """
        type Note implements Node & Named @tag(name: "b") @tag(name: "c") {
          id: ID!
          name: String
          at: DateTime
        }

        interface Node {
          id: ID!
        }

        interface Named implements Node {
          id: ID!
          name: String
        }

        union Found @tag(name: "d") = Note | Query

        "How to sort."
        enum Order {
          UP
          "The other way."
          DOWN @deprecated
        }

        input Filter {
          title: String = "\"quoted\"" @deprecated(reason: "short")
          any: JSON = {a: [1, null]}
        }

        input Choice @oneOf {
          a: Int
          b: Mine
        }

        scalar Mine @specifiedBy(url: "https://example.com/mine")

        "The `DateTime` scalar represents an ISO-8601 compliant date time type."
        scalar DateTime @specifiedBy(url: "https://www.graphql-scalars.com/date-time")

        scalar JSON

        "A label."
        directive @tag(name: String! = "none") repeatable on OBJECT | FIELD_DEFINITION | UNION
        """";

    [Fact]
    public void A_schema_is_printed_in_its_order_with_descriptions_and_directives() =>
        Assert.Equal(Golden, SchemaPrinter.Print(Schemas.Build(Golden)).TrimEnd('\n'));

    [Fact]
    public void What_is_printed_builds_a_schema_that_prints_the_same()
    {
        var printed = SchemaPrinter.Print(Schemas.Build(
            """
            schema @tag { query: Root mutation: Change }
            directive @tag on SCHEMA | SCALAR
            type Root { a(x: Long = 1): Decimal b: UUID c: URL d: ByteArray e: LocalDate }
            type Change { a: Int }
            extend type Root { f: Int }
            extend schema { subscription: Events }
            type Events { a: Int }
            """));

        Assert.StartsWith("schema @tag {\n  query: Root\n  mutation: Change\n  subscription: Events\n}\n\ntype Root {\n  a(x: Long = 1): Decimal\n", printed, StringComparison.Ordinal);
        Assert.Equal(printed, SchemaPrinter.Print(Schemas.Build(printed)));
    }

    [Fact]
    public void The_schema_is_defined_when_a_type_with_a_roots_name_is_none()
    {
        const string sdl = "schema {\n  query: Query\n}\n\ntype Query {\n  a: Mutation\n}\n\ntype Mutation {\n  a: Int\n}";

        Assert.Equal(sdl, SchemaPrinter.Print(Schemas.Build(sdl)).TrimEnd('\n'));
    }
}
