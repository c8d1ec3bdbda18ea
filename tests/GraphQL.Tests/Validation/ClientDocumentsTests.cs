namespace OwnedData.GraphQL.Tests.Validation;

/// <summary>Documents that tools send as they are.</summary>
public sealed class ClientDocumentsTests
{
    [Fact]
    public void The_introspection_query_of_tools_is_valid() => ValidationAssert.IsValid(
        """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }

        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }

        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }

        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
        """);

    [Fact]
    public void A_nullable_variable_decides_on_deprecated_members_as_it_did_before_the_argument_was_non_null() => ValidationAssert.IsValid(
        """query ($old: Boolean) { __type(name: "Dog") { fields(includeDeprecated: $old) { name } } }""");
}
