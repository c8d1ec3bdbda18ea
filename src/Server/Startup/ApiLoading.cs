using OwnedData.Schema.Api;
using OwnedData.Schema.Model;

namespace OwnedData.Server.Startup;

/// <summary>From model.graphql to the published API, or every mistake in it at once.</summary>
internal static class ApiLoading
{
    /// <summary>The model that comes with the server.</summary>
    public static string SampleModel => Path.Combine(AppContext.BaseDirectory, "model.graphql");

    /// <summary>Throws <see cref="StartupException"/> with one line a mistake, `file:line:column: …`.</summary>
    /// <param name="path">A file or a folder; null for the sample model.</param>
    /// <param name="grants">The collection of grants, which no type may be stored in; null for none.</param>
    public static ApiSchema Load(string? path, string? grants = null) => ApiBuilder.Build(LoadModel(path ?? SampleModel, grants));

    private static DataModel LoadModel(string path, string? grants)
    {
        try
        {
            var check = ModelLoader.Load(ModelFiles.Read(path));
            if (check.Model is not { } model)
            {
                throw new StartupException(string.Join('\n', check.Errors));
            }

            ServerCollection.ThrowIfDeclared(model);
            GrantSettings.ThrowIfDeclared(model, grants);
            return model;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The model can't be read: {exception.Message}", exception);
        }
    }
}
