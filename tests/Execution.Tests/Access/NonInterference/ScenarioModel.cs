using System.Text;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Access.NonInterference;

/// <summary>A generated model of three types that refer to each other, one that the server takes.</summary>
internal sealed record ScenarioModel(ScenarioType[] Types, string Text)
{
    private static readonly string[] Names = ["Alpha", "Beta", "Gamma"];

    public static ScenarioModel Random(Random random)
    {
        while (true)
        {
            ScenarioType[] types = [.. Names.Select(name => new ScenarioType(random, name, Names[random.Next(Names.Length)]))];
            var text = string.Join('\n', types.Select(type => type.Write(types)));
            if (ModelLoader.Load([new ModelSource("model.graphql", Encoding.UTF8.GetBytes(text))]).Model is not null)
            {
                return new ScenarioModel(types, text);
            }
        }
    }
}
