using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Tests.Types;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Tests.Coercion;

/// <summary>A value means the same as a literal and as a variable. Each case is a seed, so that a failure names the one to run again.</summary>
public sealed class LiteralAndJsonProperties
{
    private static readonly GraphQLSchema Schema = Schemas.Build(
        """
        type Query {
          f(a: Int, b: [Int!], c: [[Float]], d: Point, e: [Point!]!, f: Choice, g: Color, h: JSON, i: Long, j: Decimal, k: ID, l: String!, m: Boolean, n: [JSON]): Int
        }
        enum Color { RED GREEN }
        input Point { x: Int! y: Float = 2 color: Color = RED near: [Point!] any: JSON text: String! = "t" choice: Choice }
        input Choice @oneOf { a: Int b: [String!] }
        """);

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void A_literal_and_the_equal_variable_are_coerced_to_one_value_or_refused_both()
    {
        var accepted = 0;
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var arguments = Schema.QueryType.Fields[0].Arguments;
            var argument = arguments[random.Next(arguments.Length)];
            var value = new RandomInput(random).Of(argument.Type, 0);

            var isLiteral = LiteralCoercion.TryCoerce(Schemas.ParseValue(value.Literal), argument.Type, VariableValues.Empty, out var literal);
            var outcome = CoerceVariable(argument, value.Json);

            Assert.True(isLiteral == outcome, $"{argument.Type}: {value.Literal} is {isLiteral}, {value.Json} is {outcome}");
            accepted += isLiteral ? 1 : 0;

            bool CoerceVariable(InputValueDefinition definition, string json)
            {
                var operation = (OperationDefinitionNode)Schemas.Parse($"query ($v: {definition.Type}) {{ f }}").Definitions[0];
                var variables = JsonSerializer.Deserialize<JsonElement>($"{{ \"v\": {json} }}");
                if (!VariableCoercion.Coerce(Schema, operation, variables).TryGetValue(out var values) || !values.TryGetValue("v", out var coerced))
                {
                    return false;
                }

                Assert.Equal(isLiteral ? Coerced.Text(literal) : "refused", Coerced.Text(coerced));
                return true;
            }
        }).Check(Many);
        Assert.InRange(accepted, 200, 1_900);
    }

    [Fact]
    public void What_the_check_of_literals_lets_pass_can_be_coerced_and_the_rest_can_not()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var arguments = Schema.QueryType.Fields[0].Arguments;
            var type = arguments[random.Next(arguments.Length)].Type;
            var literal = Schemas.ParseValue(new RandomInput(random).Of(type, 0).Literal);
            var problems = new List<string>();

            new LiteralCheck((message, _) => problems.Add(message), suggestNames: true).Check(literal, type);

            Assert.Equal(problems.Count == 0, LiteralCoercion.TryCoerce(literal, type, VariableValues.Empty, out _));
        }).Check(Many);
    }
}
