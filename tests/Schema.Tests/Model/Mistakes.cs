namespace OwnedData.Schema.Tests.Model;

/// <summary>Holds what the loader says about a model to whole sentences with their places.</summary>
internal static class Mistakes
{
    /// <param name="model">The text of model.graphql.</param>
    /// <param name="expected">Every error, without the file's name in front.</param>
    public static void AreTold(string model, params string[] expected)
    {
        var check = SampleModel.Check(model);

        Assert.Equal(expected, check.Errors.Select(error => error.ToString()["model.graphql:".Length..]));
        Assert.Null(check.Model);
    }
}
