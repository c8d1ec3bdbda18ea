using OwnedData.Schema.Api;

namespace OwnedData.Schema.Tests.Api;

public sealed class ApiNamesTests
{
    [Theory]
    [InlineData("Note", "note")]
    [InlineData("NoteBook", "noteBook")]
    [InlineData("URLEntry", "urlEntry")]
    [InlineData("SKU", "sku")]
    [InlineData("A", "a")]
    [InlineData("X2", "x2")]
    [InlineData("Http_Log", "http_Log")]
    public void A_type_s_field_is_its_name_in_camel_case(string type, string field) => Assert.Equal(field, ApiNames.CamelCase(type));
}
