using System.Collections.Immutable;
using System.Diagnostics;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Introspection;

/// <summary>
/// Answers the fields of the introspection types, §4.2. Sources are the schema's own objects: <see cref="GraphQLSchema"/> is a `__Schema`,
/// <see cref="GraphQLType"/> a `__Type`, <see cref="FieldDefinition"/> a `__Field`, <see cref="InputValueDefinition"/> an `__InputValue`,
/// <see cref="EnumValue"/> an `__EnumValue`, <see cref="DirectiveDefinition"/> a `__Directive`.
/// </summary>
public static class IntrospectionResolver
{
    /// <summary>
    /// A string (enum values too), a bool, null, another source, or an <see cref="IReadOnlyList{T}"/> of objects. `__typename` is the
    /// executor's.
    /// </summary>
    public static object? Resolve(object source, string fieldName, ArgumentValues arguments) => source switch
    {
        GraphQLSchema schema => Resolve(schema, fieldName),
        GraphQLType type => Resolve(type, fieldName, arguments),
        FieldDefinition field => Resolve(field, fieldName, arguments),
        InputValueDefinition value => Resolve(value, fieldName),
        EnumValue value => Resolve(value, fieldName),
        DirectiveDefinition directive => Resolve(directive, fieldName, arguments),
        _ => throw new UnreachableException($"{source.GetType()} is no source of introspection."),
    };

    private static object? Resolve(GraphQLSchema schema, string fieldName) => fieldName switch
    {
        "description" => schema.Description,
        "types" => List(schema.Types),
        "queryType" => schema.QueryType,
        "mutationType" => schema.MutationType,
        "subscriptionType" => schema.SubscriptionType,
        "directives" => List(schema.Directives),
        _ => throw Unknown("__Schema", fieldName),
    };

    private static object? Resolve(GraphQLType type, string fieldName, ArgumentValues arguments) => fieldName switch
    {
        "kind" => KindOf(type),
        "name" => (type as NamedType)?.Name,
        "description" => (type as NamedType)?.Description,
        "specifiedByURL" => (type as ScalarType)?.SpecifiedBy,
        "fields" => type is ComplexType complexType ? List(complexType.Fields, field => field.DeprecationReason, arguments) : null,
        "interfaces" => type is ComplexType complexType ? List(complexType.Interfaces) : null,
        "possibleTypes" => type switch
        {
            InterfaceType interfaceType => List(interfaceType.PossibleTypes),
            UnionType unionType => List(unionType.Types),
            _ => null,
        },
        "enumValues" => type is EnumType enumType ? List(enumType.Values, value => value.DeprecationReason, arguments) : null,
        "inputFields" => type is InputObjectType inputType ? List(inputType.Fields, field => field.DeprecationReason, arguments) : null,
        "ofType" => type switch
        {
            ListType listType => listType.OfType,
            NonNullType nonNullType => nonNullType.OfType,
            _ => null,
        },
        "isOneOf" => (type as InputObjectType)?.IsOneOf,
        _ => throw Unknown("__Type", fieldName),
    };

    private static object? Resolve(FieldDefinition field, string fieldName, ArgumentValues arguments) => fieldName switch
    {
        "name" => field.Name,
        "description" => field.Description,
        "args" => List(field.Arguments, argument => argument.DeprecationReason, arguments),
        "type" => field.Type,
        "isDeprecated" => field.DeprecationReason is not null,
        "deprecationReason" => field.DeprecationReason,
        _ => throw Unknown("__Field", fieldName),
    };

    private static object? Resolve(InputValueDefinition value, string fieldName) => fieldName switch
    {
        "name" => value.Name,
        "description" => value.Description,
        "type" => value.Type,
        "defaultValue" => value.DefaultValue is { } defaultValue ? Printer.Print(defaultValue) : null,
        "isDeprecated" => value.DeprecationReason is not null,
        "deprecationReason" => value.DeprecationReason,
        _ => throw Unknown("__InputValue", fieldName),
    };

    private static object? Resolve(EnumValue value, string fieldName) => fieldName switch
    {
        "name" => value.Name,
        "description" => value.Description,
        "isDeprecated" => value.DeprecationReason is not null,
        "deprecationReason" => value.DeprecationReason,
        _ => throw Unknown("__EnumValue", fieldName),
    };

    private static object? Resolve(DirectiveDefinition directive, string fieldName, ArgumentValues arguments) => fieldName switch
    {
        "name" => directive.Name,
        "description" => directive.Description,
        "isRepeatable" => directive.IsRepeatable,
        "locations" => List(directive.Locations),
        "args" => List(directive.Arguments, argument => argument.DeprecationReason, arguments),
        _ => throw Unknown("__Directive", fieldName),
    };

    private static string KindOf(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private static ImmutableArray<object> List<T>(ImmutableArray<T> items)
        where T : class => ImmutableArray<object>.CastUp(items);

    /// <summary>All with `includeDeprecated: true`, else those that are not deprecated.</summary>
    private static ImmutableArray<object> List<T>(ImmutableArray<T> items, Func<T, string?> deprecationReason, ArgumentValues arguments)
        where T : class
    {
        var includesDeprecated = arguments.TryGetValue("includeDeprecated", out var value) && value is true;
        return includesDeprecated ? List(items) : List(items.RemoveAll(item => deprecationReason(item) is not null));
    }

    private static UnreachableException Unknown(string type, string fieldName) =>
        new($"{type} has no field {fieldName}; validation lets none through.");
}
