using System.Globalization;
using OwnedData.GraphQL.Coercion;

namespace OwnedData.GraphQL.Tests.Coercion;

/// <summary>A coerced value as text with its CLR types, so that a table can state the whole of it.</summary>
internal static class Coerced
{
    public static string Text(object? value) => value switch
    {
        null => "null",
        bool boolean => boolean ? "true" : "false",
        string text => $"\"{text}\"",
        int number => $"int {number}",
        long number => $"long {number}",
        double number => "double " + number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset time => "DateTimeOffset " + time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => "DateOnly " + date.ToString("O", CultureInfo.InvariantCulture),
        Guid id => $"Guid {id:D}",
        byte[] bytes => $"bytes {Convert.ToHexString(bytes)}",
        IReadOnlyList<object?> items => $"[{string.Join(", ", items.Select(Text))}]",
        InputObject fields => Text(fields),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No input is coerced to this."),
    };

    private static string Text(InputObject fields)
    {
        var parts = new List<string>();
        foreach (var (name, value) in fields)
        {
            parts.Add($"{name}: {Text(value)}");
        }

        return $"{{{string.Join(", ", parts)}}}";
    }
}
