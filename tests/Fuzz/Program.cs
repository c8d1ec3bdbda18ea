using System.Globalization;
using OwnedData.Fuzz;

// dotnet run -c Release --project tests/Fuzz -- --seconds 60 --seed 1
if (args.Length % 2 != 0 || args.Where((_, index) => index % 2 == 0).Any(name => name is not ("--seconds" or "--seed")))
{
    Console.Error.WriteLine("Fuzz [--seconds 60] [--seed N]");
    return 2;
}

var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
var seed = options.TryGetValue("--seed", out var given) ? given : Random.Shared.Next();
return await FuzzRun.RunAsync(TimeSpan.FromSeconds(options.GetValueOrDefault("--seconds", 60)), seed) ? 0 : 1;
