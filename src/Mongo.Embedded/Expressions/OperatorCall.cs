using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>One use of an operator at parsing: its name, for refusals, and what parses its arguments.</summary>
internal readonly record struct OperatorCall(string Name, ExpressionParser Parser)
{
    /// <summary>Arguments by position; another number of them is refused.</summary>
    internal ImmutableArray<Expression> Positional(BsonValue argument, int minimum, int maximum)
    {
        var arguments = Parser.ParseArguments(argument);
        if (arguments.Length >= minimum && arguments.Length <= maximum)
        {
            return arguments;
        }

        throw minimum == maximum
            ? ExpressionError.Create(16020, $"Expression {Name} takes exactly {minimum} arguments. {arguments.Length} were passed in.")
            : ExpressionError.Create(28667, $"Expression {Name} takes at least {minimum} arguments, and at most {maximum}, but {arguments.Length} were passed in.");
    }

    /// <summary>Arguments by name, in a document; the two codes are those of what is no document, and of an unknown name.</summary>
    internal NamedArguments Named(BsonValue argument, int notDocument, int unknown, params ReadOnlySpan<string> names) =>
        NamedArguments.Parse(this, argument, notDocument, unknown, names);

    internal Expression Parse(BsonValue value) => Parser.Inside(Parser.Scope).Parse(value);
}
