using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OwnedData.Benchmarks.Scale;

if (args is ["scale", .. var numbersOfOwners])
{
    return await ScaleTable.PrintAsync(numbersOfOwners);
}

// In this process, so that nothing is generated, restored or built for a run: dotnet run -c Release --project tests/Benchmarks -- --filter '*Responses*'
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
