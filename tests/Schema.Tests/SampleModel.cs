using System.Runtime.CompilerServices;
using System.Text;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests;

/// <summary>The model that the server comes with.</summary>
internal static class SampleModel
{
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static string Text { get; } = File.ReadAllText(Path.Combine(RepositoryRoot, "src/Server/model.graphql"));

    public static DataModel Load() => Loaded(Text);

    /// <summary>The model of that text, which must be fine.</summary>
    public static DataModel Loaded(string text)
    {
        var check = Check(text);
        Assert.Empty(check.Errors);
        return check.Model!;
    }

    public static ModelCheck Check(string text) => ModelLoader.Load([new ModelSource("model.graphql", Encoding.UTF8.GetBytes(text))]);

    private static string FindRepositoryRoot([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
