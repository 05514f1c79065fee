using System.Diagnostics;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;

namespace CreditScoring.Cli;

/// <summary>What a stage of a verb has cost: time on the clock, and work of all cores.</summary>
internal sealed class Cost
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan worked = Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>The cost since the last lap.</summary>
    public Lap Lap()
    {
        var now = Process.GetCurrentProcess().TotalProcessorTime;
        var lap = new Lap(watch.Elapsed, now - worked);
        worked = now;
        watch.Restart();
        return lap;
    }
}

/// <summary>One stage: how long it took, and how many seconds of one core it worked.</summary>
internal readonly record struct Lap(TimeSpan Elapsed, TimeSpan Worked)
{
    /// <summary>The cost of so many events; the rate per core does not depend on other load.</summary>
    public Wording Told(int events) =>
        Phrases.Took(Elapsed.TotalSeconds, events / Math.Max(0.001, Worked.TotalSeconds));
}
