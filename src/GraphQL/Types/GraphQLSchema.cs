using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OwnedData.GraphQL.Introspection;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>A checked schema, §3.3: made by <see cref="SchemaBuilder"/> only, immutable, shared by all requests.</summary>
public sealed class GraphQLSchema
{
    private readonly FrozenDictionary<string, NamedType> _typesByName;
    private readonly FrozenDictionary<string, DirectiveDefinition> _directivesByName;
    private readonly FrozenDictionary<NamedType, ImmutableArray<ObjectType>> _possibleTypes;
    private readonly FieldDefinition _typeNameField;
    private readonly FieldDefinition _schemaField;
    private readonly FieldDefinition _typeField;

    internal GraphQLSchema(
        string? description,
        ImmutableArray<DirectiveNode> appliedDirectives,
        IReadOnlyDictionary<OperationKind, ObjectType> rootTypes,
        ImmutableArray<NamedType> types,
        ImmutableArray<DirectiveDefinition> directives)
    {
        (Description, AppliedDirectives, Types, Directives) = (description, appliedDirectives, types, directives);
        QueryType = rootTypes[OperationKind.Query];
        MutationType = rootTypes.GetValueOrDefault(OperationKind.Mutation);
        SubscriptionType = rootTypes.GetValueOrDefault(OperationKind.Subscription);
        _typesByName = types.ToFrozenDictionary(type => type.Name);
        _directivesByName = directives.ToFrozenDictionary(directive => directive.Name);

        var implementations = types.OfType<ObjectType>()
            .SelectMany(type => type.Interfaces.Select(implemented => (implemented, type)))
            .ToLookup(pair => pair.implemented, pair => pair.type);
        foreach (var interfaceType in types.OfType<InterfaceType>())
        {
            interfaceType.Complete([.. implementations[interfaceType]]);
        }

        _possibleTypes = types.Where(type => type.IsCompositeType).ToFrozenDictionary(type => type, PossibleTypesOf);
        _typeNameField = IntrospectionFields.CreateTypeName(_typesByName["String"]);
        _schemaField = IntrospectionFields.CreateSchema(_typesByName["__Schema"]);
        _typeField = IntrospectionFields.CreateType(_typesByName["__Type"], _typesByName["String"]);
    }

    public string? Description { get; }

    /// <summary>The directives on `schema` and on its extensions.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    public ObjectType QueryType { get; }

    /// <summary>Null when the schema has no mutations.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>Null when the schema has no subscriptions.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All types: the declared ones in their order, then scalars that are used without a declaration, then those of introspection.</summary>
    public ImmutableArray<NamedType> Types { get; }

    /// <summary>The declared ones in their order, then the built-in ones.</summary>
    public ImmutableArray<DirectiveDefinition> Directives { get; }

    public bool TryGetType(string name, [MaybeNullWhen(false)] out NamedType type) => _typesByName.TryGetValue(name, out type);

    public bool TryGetDirective(string name, [MaybeNullWhen(false)] out DirectiveDefinition directive) =>
        _directivesByName.TryGetValue(name, out directive);

    /// <summary>
    /// A field as a selection names it: a declared one, `__typename` on any composite type, `__schema` and `__type` on the query root, §4.
    /// </summary>
    public bool TryGetField(NamedType parent, string name, [MaybeNullWhen(false)] out FieldDefinition field)
    {
        if (parent is ComplexType complexType && complexType.TryGetField(name, out field))
        {
            return true;
        }

        field = name switch
        {
            IntrospectionFields.TypeName when parent.IsCompositeType => _typeNameField,
            IntrospectionFields.Schema when parent == QueryType => _schemaField,
            IntrospectionFields.Type when parent == QueryType => _typeField,
            _ => null,
        };
        return field is not null;
    }

    /// <summary>The root type of an operation, null when the schema has none for it.</summary>
    public ObjectType? GetRootType(OperationKind operation) => operation switch
    {
        OperationKind.Query => QueryType,
        OperationKind.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>GetPossibleTypes(), §5.5.2.3: the object types that a value of this type can have; empty for types that are not composite.</summary>
    public ImmutableArray<ObjectType> GetPossibleTypes(NamedType type) =>
        _possibleTypes.TryGetValue(type, out var possibleTypes) ? possibleTypes : [];

    private static ImmutableArray<ObjectType> PossibleTypesOf(NamedType type) => type switch
    {
        InterfaceType interfaceType => interfaceType.PossibleTypes,
        UnionType unionType => unionType.Types,
        _ => [(ObjectType)type],
    };
}
