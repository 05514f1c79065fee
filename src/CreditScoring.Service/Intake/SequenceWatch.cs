using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Intake;

/// <summary>
/// Tells the operator, once each, of numbers that a source gave and that did not arrive. Events may
/// come in any order: a gap is told when two looks have seen it.
/// </summary>
public sealed partial class SequenceWatch(
    IRecordQuestions record, LoopHealth health, ILogger<SequenceWatch> log)
    : Loop("sequence-numbers", health, log)
{
    private const int MostGaps = 20;

    /// <summary>Sources that are asked for at once.</summary>
    private const int Together = 500;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private readonly HashSet<(string Source, SequenceGap Gap)> told = [];
    private HashSet<(string Source, SequenceGap Gap)> before = [];

    /// <summary>Looks once.</summary>
    /// <returns>The gaps that are told now.</returns>
    public async Task<IReadOnlyList<(string Source, SequenceGap Gap)>> LookAsync()
    {
        var now = new HashSet<(string Source, SequenceGap Gap)>();
        for (var page = await NextAsync(null); page.Count > 0; page = await NextAsync(page[^1].Source))
        {
            now.UnionWith(page.SelectMany(source => source.Gaps.Select(gap => (source.Source, gap))));
        }

        var ripe = now.Where(before.Contains).Where(told.Add).ToList();
        before = now;
        // What was filled may open again only as another gap.
        told.IntersectWith(now);
        return ripe;
    }

    private Task<IReadOnlyList<SourceNumbers>> NextAsync(string? after) =>
        record.SourcesAsync(after, Together, MostGaps);

    protected override async Task RunAsync(CancellationToken stop)
    {
        foreach (var (source, gap) in await LookAsync())
        {
            LogGap(source, gap.First, gap.Last);
        }

        Works();
        await Wait(Every, stop);
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "source {Source}: numbers {First} to {Last} have not come, or are in quarantine")]
    private partial void LogGap(string source, long first, long last);
}
