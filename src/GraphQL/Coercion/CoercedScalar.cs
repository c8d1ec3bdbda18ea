namespace OwnedData.GraphQL.Coercion;

/// <summary>
/// What a scalar makes of an input: its value, or the problem in words. <see cref="Value"/> counts when <see cref="Problem"/> is null.
/// </summary>
internal readonly record struct CoercedScalar(object? Value, string? Problem)
{
    public static CoercedScalar Of(object? value) => new(value, null);

    public static CoercedScalar Refused(string problem) => new(null, problem);
}
