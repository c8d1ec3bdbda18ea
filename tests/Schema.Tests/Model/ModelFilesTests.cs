using System.Text;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests.Model;

public sealed class ModelFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void A_file_is_read_under_its_name()
    {
        var path = Write("model.graphql", "type A");

        Assert.Equal(["model.graphql: type A"], ModelFiles.Read(path).Select(Describe));
    }

    [Fact]
    public void A_folder_s_graphql_files_are_read_in_the_order_of_their_names()
    {
        Write("b.graphql", "type B");
        Write("a.graphql", "type A");
        Write("notes.txt", "no model");

        Assert.Equal(["a.graphql: type A", "b.graphql: type B"], ModelFiles.Read(_folder.FullName).Select(Describe));
    }

    [Fact]
    public void A_path_that_is_not_there_throws_FileNotFoundException() =>
        Assert.Throws<FileNotFoundException>(() => ModelFiles.Read(Path.Combine(_folder.FullName, "none.graphql")));

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Describe(ModelSource source) => $"{source.File}: {Encoding.UTF8.GetString(source.Text.Span)}";
}
