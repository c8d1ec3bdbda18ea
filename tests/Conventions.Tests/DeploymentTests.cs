using System.Text.RegularExpressions;
using OwnedData.Schema.Model;
using OwnedData.Server.Startup;

namespace OwnedData.Conventions.Tests;

/// <summary>What a machine can check of the container and the manifests without running them.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string[] s_kubernetes =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "kubernetes"), "*.yaml").Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_setting_of_the_manifests_is_a_configuration_key()
    {
        var settings = s_kubernetes.SelectMany(file => Setting().Matches(Repository.Read(file))).Select(match => match.Groups["key"].Value.Replace("__", ":", StringComparison.Ordinal)).ToArray();

        Assert.Contains("Mongo:Uri", settings);
        Assert.Empty(settings.Except(ConfigurationKeys.All.Select(key => key.Name)));
    }

    [Fact]
    public void The_model_of_the_manifests_is_good()
    {
        var file = Path.Combine(Repository.Root, "deploy", "kubernetes", "model.graphql");

        Assert.Empty(ModelLoader.Load(ModelFiles.Read(file)).Errors);
    }

    [Fact]
    public void Every_resource_is_listed_and_there()
    {
        var listed = Resource().Matches(Repository.Read("deploy/kubernetes/kustomization.yaml")).Select(match => match.Groups["file"].Value);

        Assert.Equal(
            s_kubernetes.Select(file => Path.GetFileName(file)!).Where(name => name != "kustomization.yaml"),
            listed.Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_the_image_is_built_of_is_sent_to_the_builder()
    {
        var copied = Copied().Matches(Repository.Read("Dockerfile")).SelectMany(match => match.Groups["files"].Value.Split(' ')).Select(file => file.TrimEnd('/'));
        var sent = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToArray();

        Assert.All(sent, file => Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), file));
        Assert.Equal(sent.Order(StringComparer.Ordinal), copied.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_container_runs_as_root_or_writes_to_its_root_file_system()
    {
        var deployment = Repository.Read("deploy/kubernetes/deployment.yaml");

        Assert.Contains("runAsNonRoot: true", deployment, StringComparison.Ordinal);
        Assert.Contains("readOnlyRootFilesystem: true", deployment, StringComparison.Ordinal);
        Assert.Equal(2, Confined().Count(deployment));
        Assert.Contains("USER $APP_UID", Repository.Read("Dockerfile"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"- (?:name: )?(?<key>[A-Z]\w*)(?=$|=)", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^ +- (?<file>[\w-]+\.\w+)$", RegexOptions.Multiline)]
    private static partial Regex Resource();

    [GeneratedRegex(@"^COPY (?!--from)(?<files>.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex Copied();

    [GeneratedRegex(@"securityContext: [&*]confined")]
    private static partial Regex Confined();
}
