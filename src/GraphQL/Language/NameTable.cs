using System.Runtime.CompilerServices;
using System.Text;

namespace OwnedData.GraphQL.Language;

/// <summary>
/// The names one document has used lately, so that a name that is used again costs no second string. Lives in the parser, on the stack.
/// </summary>
internal struct NameTable
{
    private Slots _slots;

    /// <summary>The name as a string; <paramref name="name"/> is ASCII, §2.1.9.</summary>
    public string Get(ReadOnlySpan<byte> name)
    {
        var hash = 0u;
        foreach (var letter in name)
        {
            hash = (hash * 31) + letter;
        }

        ref var slot = ref _slots[(int)(hash % Slots.Length)];
        if (slot is null || !Ascii.Equals(name, slot))
        {
            slot = Encoding.ASCII.GetString(name);
        }

        return slot;
    }

    [InlineArray(Length)]
    private struct Slots
    {
        public const int Length = 61;
        private string? _name;
    }
}
