using BenchmarkDotNet.Running;
using CreditScoring.Benchmarks;

if (args is ["cpu"])
{
    ProcessorTime.WholeWalk();
    return;
}

// Without arguments everything runs, as a short job each.
BenchmarkSwitcher.FromAssembly(typeof(PointsRole).Assembly)
    .Run(args.Length > 0 ? args : ["--filter", "*", "--job", "short"]);
