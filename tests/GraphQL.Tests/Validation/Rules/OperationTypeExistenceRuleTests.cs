namespace OwnedData.GraphQL.Tests.Validation.Rules;

public sealed class OperationTypeExistenceRuleTests
{
    [Fact]
    public void An_operation_that_the_schema_does_not_have_is_reported() =>
        ValidationAssert.HasErrors("query A { dog { name } }\nmutation B { x }", "Schema is not configured to execute mutation operation. (2:1)");
}
