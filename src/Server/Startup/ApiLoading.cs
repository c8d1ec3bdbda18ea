using OwnedData.Schema.Api;
using OwnedData.Schema.Model;

namespace OwnedData.Server.Startup;

/// <summary>From model.graphql to the published API, or every mistake in it at once.</summary>
internal static class ApiLoading
{
    /// <summary>The model that comes with the server.</summary>
    public static string SampleModel => Path.Combine(AppContext.BaseDirectory, "model.graphql");

    /// <summary>Throws <see cref="StartupException"/> with one line a mistake, `file:line:column: …`.</summary>
    public static ApiSchema Load(string? path) => ApiBuilder.Build(LoadModel(path ?? SampleModel));

    private static DataModel LoadModel(string path)
    {
        try
        {
            var check = ModelLoader.Load(ModelFiles.Read(path));
            if (check.Model is not { } model)
            {
                throw new StartupException(string.Join('\n', check.Errors));
            }

            ServerCollection.ThrowIfDeclared(model);
            return model;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The model can't be read: {exception.Message}", exception);
        }
    }
}
