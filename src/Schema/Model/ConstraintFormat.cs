namespace OwnedData.Schema.Model;

/// <summary>The formats that `@constraint(format:)` knows.</summary>
public enum ConstraintFormat
{
    Email,
    Uri,
    Hostname,
    Phone,
}
