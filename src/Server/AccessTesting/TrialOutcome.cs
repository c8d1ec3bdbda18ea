namespace OwnedData.Server.AccessTesting;

/// <summary>What came of an attempt through the API.</summary>
/// <param name="Name"><see cref="Allowed"/>, <see cref="Hidden"/>, <see cref="Closed"/>, or the error's type or code.</param>
/// <param name="Message">What the API said; empty when it said nothing.</param>
internal sealed record TrialOutcome(string Name, string Message = "")
{
    public const string Allowed = "allowed";

    /// <summary>In expectations: any of the others that comes of the rules.</summary>
    public const string Refused = "refused";

    /// <summary>A read found nothing, or no document behind a reference.</summary>
    public const string Hidden = "hidden";

    /// <summary>The API has no such operation, because no rule opens it.</summary>
    public const string Closed = "closed";

    /// <summary>Whether a gate refused it, the type's or a field's.</summary>
    public bool IsOfGate => Name is "AUTH_NOT_AUTHORIZED" or "AUTH_NOT_AUTHENTICATED";

    /// <summary>Whether access rules refused it; an input that is wrong in itself proves nothing about them.</summary>
    public bool IsRefusal => IsOfGate || Name is Hidden or Closed or "NotAllowedError" or "ReferenceNotFoundError"
        || Name.EndsWith("NotFoundError", StringComparison.Ordinal);

    public bool Meets(string expected) => expected == Refused ? IsRefusal : expected == Name;

    public override string ToString() => Message.Length == 0 ? Name : $"{Name}, {Message}";
}
