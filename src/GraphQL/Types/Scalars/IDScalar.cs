using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`ID` → <see cref="string"/>, §3.5.5. Integers are accepted as they are written.</summary>
internal sealed class IDScalar : ScalarCoercion
{
    public override string Name => "ID";

    public override string Description =>
        "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.";

    public override CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables) => literal switch
    {
        StringValueNode text => CoercedScalar.Of(text.Value),
        IntValueNode number => CoercedScalar.Of(number.Text),
        _ => CoercedScalar.Refused($"ID cannot represent a non-string and non-integer value: {InputText.Of(literal)}"),
    };

    public override CoercedScalar CoerceJson(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String && InputText.TryRead(json, out var text))
        {
            return CoercedScalar.Of(text);
        }

        return json.ValueKind == JsonValueKind.Number && json.GetRawText() is var number && number.AsSpan().IndexOfAny('.', 'e', 'E') < 0
            ? CoercedScalar.Of(number)
            : CoercedScalar.Refused($"ID cannot represent value: {InputText.Of(json)}");
    }
}
