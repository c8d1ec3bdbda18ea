namespace OwnedData.Schema.Access;

/// <summary>Where a value of the viewer in a rule comes from.</summary>
public enum ViewerSource
{
    /// <summary>`$sub`: the identity that owners' fields hold.</summary>
    Subject,

    /// <summary>`$claim:name`: a claim of the access token.</summary>
    Claim,

    /// <summary>`$grant:name`: a named value of the viewer's grants.</summary>
    Grant,

    /// <summary>`$now`: the time of the request.</summary>
    Now,
}
