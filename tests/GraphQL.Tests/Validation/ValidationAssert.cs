using OwnedData.GraphQL.Tests.Types;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.GraphQL.Tests.Validation;

/// <summary>Documents against one schema that has something for every rule. Expected errors are those of GraphQL's reference implementation, in any order.</summary>
internal static class ValidationAssert
{
    public static GraphQLSchema Schema { get; } = Schemas.Build(
        """
        directive @onQuery on QUERY
        directive @onField(a: Int) on FIELD
        directive @many(a: Int) repeatable on FIELD
        directive @needs(a: Int!) on FIELD
        interface Being { name(surname: Boolean): String }
        interface Pet implements Being { name(surname: Boolean): String other: Being }
        type Dog implements Pet & Being { name(surname: Boolean): String other: Being nickname: String barkVolume: Int barks: Boolean doesKnowCommand(command: Command): Boolean isAtLocation(x: Int, y: Int): Boolean mother: Dog list: [String] required: String! }
        type Cat implements Pet & Being { name(surname: Boolean): String other: Being nickname: String meows: Boolean meowVolume: Int barkVolume: String furColor: Color list: String required: String }
        type Human implements Being { name(surname: Boolean): String pets: [Pet] relatives: [Human!]! }
        type Alien { iq: Int }
        union CatOrDog = Cat | Dog
        union Foreign = Alien | Human
        enum Command { SIT HEEL DOWN }
        enum Color { BROWN BLACK TABBY }
        input Complex { required: Boolean! nonNull: Boolean! = false int: Int string: String list: [String] nested: Complex }
        input Choice @oneOf { a: String b: Int }
        type Args { int(v: Int): String nonNullInt(v: Int!): String string(v: String): String boolean(v: Boolean): String float(v: Float): String id(v: ID): String list(v: [Int]): String strict(v: [Int!]): String complex(v: Complex): String choice(v: Choice): String color(v: Color): String many(a: Int!, b: Int!): String withDefault(a: Int! = 0, b: Int): String any(v: Any): String }
        scalar Any
        type Query { human(id: ID): Human dog: Dog cat: Cat pet: Pet catOrDog: CatOrDog foreign: Foreign args: Args }
        type Subscription { importantEmails: [String] notImportantEmails: [String] }
        """);

    public static void IsValid(string document) => HasErrors(document);

    public static void HasErrors(string document, params string[] errors) =>
        Assert.Equal(errors.Order(StringComparer.Ordinal), ErrorsOf(document, ValidationOptions.Default).Order(StringComparer.Ordinal));

    public static string[] ErrorsOf(string document, ValidationOptions options)
    {
        var outcome = DocumentValidator.Validate(Schema, Schemas.Parse(document), options);
        return outcome.TryGetValue(out _) ? [] : Schemas.Lines(outcome.Errors);
    }
}
