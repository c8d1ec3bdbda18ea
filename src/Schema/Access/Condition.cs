namespace OwnedData.Schema.Access;

/// <summary>
/// The `where` of a rule, as data: over stored fields, with values of the viewer in the place of some operands. A comparison whose
/// viewer value is missing, null, empty or of another type than the field never matches, whatever negation it stands under.
/// </summary>
public abstract record Condition;
