using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>The variables that an expression may name, at parsing. Inner scopes are made from outer ones; all share one <see cref="Evaluation"/>.</summary>
internal sealed class Scope
{
    /// <summary>Where `$$ROOT`, the document, is kept.</summary>
    internal const int Root = 0;

    private const int Now = 1;

    private static readonly ImmutableDictionary<string, int> s_systemVariables =
        ImmutableDictionary<string, int>.Empty.Add("ROOT", Root).Add("CURRENT", Root).Add("NOW", Now);

    private readonly ImmutableDictionary<string, int> _slots;

    private Scope(Evaluation evaluation, ImmutableDictionary<string, int> slots)
    {
        Evaluation = evaluation;
        _slots = slots;
    }

    internal Evaluation Evaluation { get; }

    /// <summary>The slot that field paths start from: the document's, unless `$$CURRENT` was set to another value.</summary>
    internal int Current => _slots["CURRENT"];

    /// <summary>The scope of a whole command.</summary>
    internal static Scope Of(OperationContext operation)
    {
        var now = Operand.OfDate(operation.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds());
        return new Scope(new Evaluation(operation, [null, now]), s_systemVariables);
    }

    /// <summary>A scope with one more variable.</summary>
    internal Scope With(string name, out int slot)
    {
        slot = Evaluation.AddVariable();
        return new Scope(Evaluation, _slots.SetItem(name, slot));
    }

    /// <summary>A scope with variables of these values, as `let` of a command gives them.</summary>
    internal Scope WithValues(BsonDocument values)
    {
        var scope = this;
        var reader = new BsonReader(values.Span);
        while (reader.Read())
        {
            CheckName(reader.NameSpan);
            var value = new ExpressionParser(this).Parse(reader.Value);
            scope = scope.With(Encoding.UTF8.GetString(reader.NameSpan), out var slot);
            Evaluation[slot] = Evaluation.Run(value, BsonDocument.Empty.Memory);
        }

        return scope;
    }

    internal int Find(string name) =>
        _slots.TryGetValue(name, out var slot) ? slot : throw new StoreException(StoreErrorCode.UndefinedVariable, $"Use of undefined variable: {name}");

    /// <summary>Refuses what cannot name a variable: names begin with a lower-case letter, all but `CURRENT`.</summary>
    internal static void CheckName(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("CURRENT"u8))
        {
            return;
        }

        if (name.IsEmpty)
        {
            throw ExpressionError.Create(16866, "empty variable names are not allowed");
        }

        if (name[0] is not (>= (byte)'a' and <= (byte)'z' or >= 0x80))
        {
            throw ExpressionError.Create(16867, $"'{Encoding.UTF8.GetString(name)}' starts with an invalid character for a user variable name");
        }

        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)character) && character is not ((byte)'_' or >= 0x80))
            {
                throw ExpressionError.Create(16868, $"'{Encoding.UTF8.GetString(name)}' contains an invalid character for a variable name: '{(char)character}'");
            }
        }
    }
}
