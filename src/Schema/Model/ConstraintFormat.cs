namespace OwnedData.Schema.Model;

/// <summary>The formats that `@constraint(format:)` knows, there in lower case.</summary>
public enum ConstraintFormat
{
    /// <summary>An e-mail address as HTML's input fields take it.</summary>
    Email,

    /// <summary>An absolute URI, RFC 3986.</summary>
    Uri,

    /// <summary>A host name, RFC 1123.</summary>
    Hostname,

    /// <summary>A telephone number with country code, E.164: `+41441234567`.</summary>
    Phone,
}
