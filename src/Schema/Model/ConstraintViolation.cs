namespace OwnedData.Schema.Model;

/// <summary>What a value breaks, and the sentence that tells a person. It never quotes the value.</summary>
public readonly record struct ConstraintViolation(ValidationCode Code, string Message);
