using System.Runtime.CompilerServices;
using System.Text;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests;

/// <summary>The model that the server comes with.</summary>
internal static class SampleModel
{
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot(), "src/Server/model.graphql"));

    public static string Text { get; } = File.ReadAllText(Path);

    public static DataModel Load() => Loaded(Text);

    /// <summary>The model of that text, which must be fine.</summary>
    public static DataModel Loaded(string text)
    {
        var check = Check(text);
        Assert.Empty(check.Errors);
        return check.Model!;
    }

    public static ModelCheck Check(string text) => ModelLoader.Load([new ModelSource("model.graphql", Encoding.UTF8.GetBytes(text))]);

    public static string RepositoryRoot([CallerFilePath] string file = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "../.."));
}
