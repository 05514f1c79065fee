using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// How often the rules of a regime put an entry into a ledger, how many of its duties are to be done and how
/// many stand in each tier, and when that was counted.
/// </summary>
public sealed record CountedHits(IReadOnlyList<PostedCount> Counts, DateTimeOffset At)
{
    public IReadOnlyList<DutyCount> Duties { get; init; } = [];

    public IReadOnlyList<StandingCount> Tiers { get; init; } = [];

    /// <param name="state">open or missed.</param>
    public long Of(DutyRule duty, string state) =>
        Duties.Where(each => each.Duty == duty.Name && each.State == state).Sum(each => each.Count);

    public long In(string tier) => Tiers.Where(each => each.Tier == tier).Sum(each => each.Count);

    /// <summary>Null: it never has.</summary>
    public PostedCount? Of(string pack, string rule) =>
        Counts.FirstOrDefault(each => each.Pack == pack && each.Rule == rule);
}

/// <summary>
/// Counting them reads a whole ledger: readers share a count for a minute, and of one regime and region one
/// count goes on at a time.
/// </summary>
public sealed class RuleHits(IRecordQuestions record, TimeProvider clock)
{
    private const int Most = 100;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Regime, string Region), Task<CountedHits>> counts = [];

    /// <param name="scope">Of the subjects of which regions.</param>
    public async Task<CountedHits> OfAsync(string regime, RegionScope scope)
    {
        Task<CountedHits> count;
        lock (counts)
        {
            var key = (regime, scope.Digits);
            if (counts.GetValueOrDefault(key) is not { } begun || !IsGood(begun))
            {
                if (counts.Count >= Most)
                {
                    counts.Clear();
                }

                // Not under the lock: others are told meanwhile that it goes on.
                counts[key] = begun = Task.Run(() => CountAsync(regime, scope));
            }

            count = begun;
        }

        return await count;
    }

    private bool IsGood(Task<CountedHits> begun) => !begun.IsCompleted
        || (begun.IsCompletedSuccessfully && clock.GetUtcNow() - begun.Result.At < Longest);

    private async Task<CountedHits> CountAsync(string regime, RegionScope scope)
    {
        var (at, region) = (clock.GetUtcNow(), scope.IsAll ? null : scope.Digits);
        return new CountedHits(await record.CountPostedAsync(regime, region), at)
        {
            Duties = await record.CountDutiesByNameAsync(regime, region),
            Tiers = await record.CountStandingsAsync(
                new ListFilter { Regime = regime, Region = region }, new CountBy(true, null)),
        };
    }
}
