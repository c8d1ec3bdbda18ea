using OwnedData.Schema.Model;
using OwnedData.Schema.Model.Loading;

namespace OwnedData.Schema.Tests;

public sealed class SampleModelTests
{
    /// <summary>Those that docs/model.md alone teaches.</summary>
    private static readonly string[] NotShown =
        ["allow", "restrict", "public", "versioned", "reference", "inverse", "internal", "createdBy"];

    [Fact]
    public void The_sample_shows_every_directive()
    {
        var shown = ModelDirectives.Names.Where(name => SampleModel.Text.Contains("@" + name, StringComparison.Ordinal));

        Assert.Equal(ModelDirectives.Names.Except(NotShown), shown);
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
