using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OwnedData.GraphQL.Errors;

/// <summary>What a stage gives back: its value, or the client's errors. Never both, never neither.</summary>
public readonly struct Outcome<T>
    where T : class
{
    private readonly T? _value;

    private Outcome(T? value, ImmutableArray<GraphQLError> errors) => (_value, Errors) = (value, errors);

    /// <summary>Empty when the stage succeeded.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(GraphQLError error) => new(null, [error]);

    public static implicit operator Outcome<T>(ImmutableArray<GraphQLError> errors) => new(null, errors);

    /// <summary>True with the value when the stage succeeded.</summary>
    public bool TryGetValue([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return value is not null;
    }

    /// <summary>The next stage's outcome on this value; these errors when there is no value.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next)
        where TNext : class => _value is { } value ? next(value) : Errors;
}
