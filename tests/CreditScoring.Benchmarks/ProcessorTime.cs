namespace CreditScoring.Benchmarks;

/// <summary>
/// The whole walk by processor time instead of the clock, in turns: for machines that do other work
/// beside, where means of the clock say nothing.
/// </summary>
internal static class ProcessorTime
{
    private const int Rounds = 60;

    public static void WholeWalk()
    {
        var walk = new WholeWalk();
        walk.Read();
        for (var i = 0; i < 3; i++)
        {
            walk.Ours();
            walk.Both();
        }

        var ours = new List<double>();
        var ratios = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var alone = Spent(walk.Ours);
            ours.Add(alone);
            ratios.Add(Spent(walk.Both) / alone);
        }

        var before = walk.Asked;
        walk.Both();
        var asked = (double)(walk.Asked - before) / Benchmarks.WholeWalk.Enterprises;
        var told = FormattableString.Invariant($"{ratios.Min():F2}-{ratios.Max():F2}), compared {asked:F0} times a file");
        Console.WriteLine(FormattableString.Invariant(
            $"bytes a file: ours {Allocated(walk.Ours):F0}, both {Allocated(walk.Both):F0}"));
        Console.WriteLine(FormattableString.Invariant(
            $"ours {Median(ours):F0} us a file; both / ours {Median(ratios):F2} (") + told);
    }

    /// <returns>Microseconds of processor time a file.</returns>
    private static double Spent(Func<int> walk)
    {
        var before = Environment.CpuUsage.TotalTime;
        walk();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Benchmarks.WholeWalk.Enterprises;
    }

    private static double Allocated(Func<int> walk)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        walk();
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Benchmarks.WholeWalk.Enterprises;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
