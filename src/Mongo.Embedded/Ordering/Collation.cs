using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>
/// How a command compares text: by letters, by letters and accents, or by case as well, as English does. The program runs without ICU, so there is no other
/// language than what <see cref="CollationTable"/> knows.
/// </summary>
internal sealed class Collation
{
    private const int DefaultStrength = 3;

    private readonly int _strength;

    private Collation(int strength) => _strength = strength;

    /// <summary>Null for `simple`, the order of bytes. What is not kept here is refused by name.</summary>
    internal static Collation? Parse(BsonDocument collation)
    {
        if (collation.IsEmpty)
        {
            return null;
        }

        string? locale = null;
        long? strength = null;
        var reader = new BsonReader(collation.Span);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            switch (name)
            {
                case "locale" when reader.ElementType == BsonType.String:
                    locale = Encoding.UTF8.GetString(reader.Value.AsString());
                    break;
                case "strength" when reader.Value.IsNumber:
                    strength = WholeNumber.Of(reader.Value) ?? 0;
                    break;
                case "locale" or "strength":
                    throw new StoreException(StoreErrorCode.TypeMismatch, $"BSON field 'collation.{name}' is the wrong type '{reader.ElementType}'");
                default:
                    throw new StoreException(StoreErrorCode.BadValue, $"The embedded store's collations have locale and strength, not {name}");
            }
        }

        return Of(locale ?? throw new StoreException(StoreErrorCode.MissingField, "BSON field 'collation.locale' is missing but a required field"), strength);
    }

    /// <summary>Whether values of a type are text, or may hold some.</summary>
    internal static bool Concerns(BsonType type) => type is BsonType.String or BsonType.Symbol or BsonType.Document or BsonType.Array;

    internal int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        for (var level = 1; level <= _strength; level++)
        {
            var leftElements = new CollationElements(left, level);
            var rightElements = new CollationElements(right, level);
            int weight;
            do
            {
                weight = leftElements.Next();
                var difference = weight - rightElements.Next();
                if (difference != 0)
                {
                    return difference;
                }
            }
            while (weight != 0);
        }

        return 0;
    }

    private static Collation? Of(string locale, long? strength) => (locale, strength) switch
    {
        ("simple", null) => null,
        ("simple", _) => throw new StoreException(StoreErrorCode.FailedToParse, "If locale=simple, no other fields should be present in the collation"),
        ("en", null or (>= 1 and <= DefaultStrength)) => new Collation((int)(strength ?? DefaultStrength)),
        ("en", 4 or 5) => throw new StoreException(StoreErrorCode.BadValue, $"The embedded store's collations have strengths 1 to 3, not {strength}"),
        ("en", _) => throw new StoreException(StoreErrorCode.FailedToParse, $"Field 'strength' must be an integer 1 through 5. Got: {strength}"),
        _ => throw new StoreException(StoreErrorCode.BadValue, $"The embedded store has the collations simple and en, not {locale}"),
    };
}
