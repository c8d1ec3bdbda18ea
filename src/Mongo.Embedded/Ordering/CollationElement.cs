namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>What a character, or a part of one, weighs at the three levels of a collation; zero for nothing at that level.</summary>
/// <param name="Primary">The letter.</param>
/// <param name="Secondary">The accent.</param>
/// <param name="Tertiary">The case.</param>
internal readonly record struct CollationElement(int Primary, byte Secondary, byte Tertiary);
