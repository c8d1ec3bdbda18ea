using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>The arguments of an operator that stand in a document under their names, not yet parsed.</summary>
internal sealed class NamedArguments
{
    private readonly OperatorCall _call;
    private readonly Dictionary<string, Operand> _values = [];

    private NamedArguments(OperatorCall call)
    {
        _call = call;
    }

    internal static NamedArguments Parse(OperatorCall call, BsonValue argument, int notDocument, int unknown, ReadOnlySpan<string> names)
    {
        if (argument.Type != BsonType.Document)
        {
            throw ExpressionError.Create(notDocument, $"{call.Name} only supports an object as its argument");
        }

        var arguments = new NamedArguments(call);
        var reader = new BsonReader(argument.Bytes);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            arguments._values[name] = names.Contains(name)
                ? Operand.From(reader.Value)
                : throw ExpressionError.Create(unknown, $"Unrecognized parameter to {call.Name}: {name}");
        }

        return arguments;
    }

    /// <summary>The value as it stands in the command.</summary>
    internal Operand? Value(string name) => _values.TryGetValue(name, out var value) ? value : null;

    internal Operand RequiredValue(string name, int missing) =>
        Value(name) ?? throw ExpressionError.Create(missing, $"Missing '{name}' parameter to {_call.Name}");

    internal Expression Required(string name, int missing) => _call.Parse(RequiredValue(name, missing).Value);

    /// <summary>The parsed argument, or one without a value where it does not stand there.</summary>
    internal Expression Optional(string name) => _values.TryGetValue(name, out var value) ? _call.Parse(value.Value) : new LiteralExpression(value: null);

    internal bool Has(string name) => _values.ContainsKey(name);
}
