using System.Globalization;
using OwnedData.Fuzz;

// dotnet run -c Release --project tests/Fuzz -- --seconds 60 --seed 1
// With `--messages 1` raw HTTP messages too: they try the framework more than the server, and what it makes of them depends on timing.
if (args.Length % 2 != 0 || args.Where((_, index) => index % 2 == 0).Any(name => name is not ("--seconds" or "--seed" or "--messages")))
{
    Console.Error.WriteLine("Fuzz [--seconds 60] [--seed N] [--messages 0|1]");
    return 2;
}

var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
var seed = options.TryGetValue("--seed", out var given) ? given : Random.Shared.Next();
return await FuzzRun.RunAsync(TimeSpan.FromSeconds(options.GetValueOrDefault("--seconds", 60)), seed, options.GetValueOrDefault("--messages") == 1) ? 0 : 1;
