using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>How a model field's type is written in the published schema.</summary>
internal static class FieldTypes
{
    /// <summary>As the field of an object type.</summary>
    public static string Output(FieldType type) => Write(type, embedded => embedded, target => target);

    /// <summary>As a field of an input.</summary>
    public static string Input(FieldType type) => Write(type, ApiNames.EmbeddedInput, _ => "ID");

    /// <summary>As a field of an update's input: nothing is required, since what is absent stays.</summary>
    public static string UpdateInput(FieldType type) => Input(type with { IsNullable = true });

    private static string Write(FieldType type, Func<string, string> embeddedName, Func<string, string> referenceName)
    {
        var name = type switch
        {
            ScalarFieldType scalar => scalar.Kind.ToString(),
            EnumFieldType @enum => @enum.Enum.Name,
            EmbeddedFieldType embedded => embeddedName(embedded.Object.Name),
            ReferenceFieldType reference => referenceName(reference.Target.Name),
            _ => $"[{Write(((ListFieldType)type).Element, embeddedName, referenceName)}]",
        };
        return type.IsNullable ? name : name + "!";
    }
}
