namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>By what the planner judges a way to find documents.</summary>
/// <param name="IsUniqueLookup">Whether every range holds one document at most.</param>
/// <param name="Score">How narrow the widest range is: leading points count double, then an interval.</param>
/// <param name="IsOrdered">Whether the documents come in the order asked for.</param>
internal readonly record struct AccessRank(bool IsUniqueLookup, int Score, bool IsOrdered)
{
    internal bool IsBetterThan(AccessRank other)
    {
        if (IsUniqueLookup != other.IsUniqueLookup)
        {
            return IsUniqueLookup;
        }

        if (Score / 2 != other.Score / 2)
        {
            return Score > other.Score;
        }

        return IsOrdered != other.IsOrdered ? IsOrdered : Score > other.Score;
    }
}
