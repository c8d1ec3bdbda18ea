using OwnedData.Schema.Model;
using OwnedData.Schema.Model.Loading;

namespace OwnedData.Schema.Tests;

public sealed class SampleModelTests
{
    [Fact]
    public void The_sample_shows_every_directive()
    {
        var shown = ModelDirectives.Names.Where(name => SampleModel.Text.Contains("@" + name, StringComparison.Ordinal));

        Assert.Equal(ModelDirectives.Names, shown);
    }

    [Fact]
    public void The_sample_shows_every_scalar()
    {
        var model = SampleModel.Load();
        var types = model.StoredTypes.Concat<ModelType>(model.EmbeddedTypes).SelectMany(type => type.Fields).Select(field => field.Type);
        var shown = types.Select(type => type is ListFieldType list ? list.Element : type).OfType<ScalarFieldType>().Select(type => type.Kind).Distinct().Order();

        Assert.Equal(Enum.GetValues<ScalarKind>(), shown);
    }
}
