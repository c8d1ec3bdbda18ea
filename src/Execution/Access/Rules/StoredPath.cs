using System.Buffers.Text;
using System.Text;
using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>
/// A path of a rule as UTF-8, and MongoDB's walk along it: arrays on the way are searched one level deep, a component of digits also means an
/// index, and at the end an array offers its elements, then itself.
/// </summary>
internal sealed class StoredPath
{
    private readonly byte[][] _names;
    private readonly int[] _indexes;

    public StoredPath(string path)
    {
        Utf8 = Encoding.UTF8.GetBytes(path);
        _names = [.. path.Split('.').Select(Encoding.UTF8.GetBytes)];
        _indexes = Array.ConvertAll(_names, IndexIn);
    }

    /// <summary>The whole path, as a filter names it.</summary>
    public byte[] Utf8 { get; }

    /// <summary>The first component: the element of the document that holds everything else.</summary>
    public ReadOnlySpan<byte> Root => _names[0];

    /// <summary>Whether a value that the path leads to passes the test; the default value stands where it leads to none.</summary>
    public bool LeadsTo(PathCondition test, ReadOnlySpan<byte> document, in RuleContext context) => TestIn(test, document, 0, context);

    private bool TestIn(PathCondition test, ReadOnlySpan<byte> document, int component, in RuleContext context)
    {
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual(_names[component]))
            {
                return TestAt(test, reader.Value, component + 1, context);
            }
        }

        return test.Test(default, context);
    }

    private bool TestAt(PathCondition test, BsonValue value, int component, in RuleContext context)
    {
        if (component == _names.Length)
        {
            return (value.Type == BsonType.Array && test.LooksIntoArray && TestElements(test, value.Bytes, context)) || test.Test(value, context);
        }

        return value.Type switch
        {
            BsonType.Document => TestIn(test, value.Bytes, component, context),
            BsonType.Array => TestInArray(test, value.Bytes, component, context),
            _ => test.Test(default, context),
        };
    }

    private static bool TestElements(PathCondition test, ReadOnlySpan<byte> array, in RuleContext context)
    {
        var reader = new BsonReader(array);
        while (reader.Read())
        {
            if (test.Test(reader.Value, context))
            {
                return true;
            }
        }

        return false;
    }

    private bool TestInArray(PathCondition test, ReadOnlySpan<byte> array, int component, in RuleContext context)
    {
        var reader = new BsonReader(array);
        for (var index = 0; reader.Read(); index++)
        {
            if ((reader.ElementType == BsonType.Document && TestIn(test, reader.ValueSpan, component, context))
                || (index == _indexes[component] && TestAtIndex(test, reader.Value, component + 1, context)))
            {
                return true;
            }
        }

        return false;
    }

    // An array that an index leads to is offered as a whole only, and a plain value on the way ends the path without any.
    private bool TestAtIndex(PathCondition test, BsonValue value, int component, in RuleContext context)
    {
        if (component == _names.Length)
        {
            return test.Test(value, context);
        }

        return value.Type switch
        {
            BsonType.Document => TestIn(test, value.Bytes, component, context),
            BsonType.Array => TestInArray(test, value.Bytes, component, context),
            _ => false,
        };
    }

    // Digits without a leading zero.
    private static int IndexIn(byte[] name) =>
        name is [(byte)'0'] or [>= (byte)'1' and <= (byte)'9', ..] && Utf8Parser.TryParse(name, out int index, out var consumed) && consumed == name.Length
            ? index
            : -1;
}
