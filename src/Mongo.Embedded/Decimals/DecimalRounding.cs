namespace OwnedData.Mongo.Embedded.Decimals;

/// <summary>Where digits go that are cut off.</summary>
internal enum DecimalRounding
{
    /// <summary>To the nearest, in the middle to the even digit: `$round`.</summary>
    HalfEven,

    /// <summary>Towards zero: `$trunc`.</summary>
    Truncate,

    /// <summary>To the next above: `$ceil`.</summary>
    Up,

    /// <summary>To the next below: `$floor`.</summary>
    Down,
}
