using OwnedData.GraphQL.Language;
using OwnedData.Schema.Api;
using OwnedData.Tests;

namespace OwnedData.Schema.Tests.Api;

public sealed class ApiBuilderTests
{
    [Fact]
    public void The_sample_model_publishes_its_api()
    {
        var model = SampleModel.Load();

        var api = ApiBuilder.Build(model);

        Snapshot.Match(Printer.Print(ApiBuilder.Describe(model)));
        Assert.Equal(
            [
                ("contact", typeof(DocumentField)), ("contacts", typeof(ConnectionField)), ("node", typeof(NodeField)), ("nodes", typeof(NodesField)),
                ("note", typeof(DocumentField)), ("notes", typeof(ConnectionField)), ("viewer", typeof(ViewerField)),
            ],
            api.QueryFields.Select(field => (field.Key, field.Value.GetType())).Order(Comparer<(string, Type)>.Create((left, right) => string.CompareOrdinal(left.Item1, right.Item1))));
    }
}
