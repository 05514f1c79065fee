using BenchmarkDotNet.Running;
using CreditScoring.Benchmarks;

if (args is ["cpu"])
{
    ProcessorTime.WholeWalk();
    return;
}

if (args is ["by-day", var enterprises, var rules])
{
    ByDay.Run(int.Parse(enterprises, System.Globalization.CultureInfo.InvariantCulture), rules);
    return;
}

// Without arguments everything runs, as a short job each.
BenchmarkSwitcher.FromAssembly(typeof(PointsRole).Assembly)
    .Run(args.Length > 0 ? args : ["--filter", "*", "--job", "short"]);
