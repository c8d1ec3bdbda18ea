using System.Collections.Immutable;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Types;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Mutations;

/// <summary>The defaults of fields that no input can name (`@readOnly`): coerced once, written into every new document.</summary>
internal static class StoredDefaults
{
    public static ImmutableArray<(ModelField Field, object? Value)> Of(StoredType type, GraphQLSchema schema)
    {
        schema.TryGetType(type.Name, out var named);
        var objectType = (ObjectType)named!;
        return
        [
            .. type.Fields.Where(field => !field.IsInCreateInput && field.Default is not null).Select(field =>
            {
                objectType.TryGetField(field.Name, out var definition);
                LiteralCoercion.TryCoerce(field.Default!, definition!.Type, VariableValues.Empty, out var value);
                return (field, value);
            }),
        ];
    }
}
