using System.Collections.Concurrent;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Dashboard;

/// <summary>Whose first pages are alike.</summary>
/// <param name="Region">As it was asked; null: all that the caller may see.</param>
/// <param name="ReadsFiles">Whether he is shown who became worse.</param>
/// <param name="ReadsFrequencies">Whether he is shown what is overdue.</param>
public readonly record struct OverviewKey(
    RulePack Pack, string? Region, string Scope, DateOnly Today, bool ReadsFiles, bool ReadsFrequencies);

/// <summary>
/// The first page is counted over all subjects, and everybody begins there: readers of the same share one
/// count for five seconds, unless a standing has changed meanwhile.
/// </summary>
public sealed class OverviewShares(IRecordQuestions record, TimeProvider clock)
{
    private const int Most = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<OverviewKey, Share> shares = new();

    /// <param name="count">Counts it, where nobody has just now.</param>
    public async Task<OverviewModel> OfAsync(OverviewKey key, Func<Task<OverviewModel>> count)
    {
        var turns = (await record.ChangesAsync(0, 0)).Highest;
        if (shares.TryGetValue(key, out var share) && share.Turns == turns && !share.Counted.IsFaulted
            && clock.GetElapsedTime(share.Since) < Longest)
        {
            return await share.Counted;
        }

        if (shares.Count >= Most)
        {
            shares.Clear();
        }

        share = new Share(turns, clock.GetTimestamp(), count());
        shares[key] = share;
        return await share.Counted;
    }

    /// <param name="Turns">How far the changes of standings had come before it was counted.</param>
    private sealed record Share(long Turns, long Since, Task<OverviewModel> Counted);
}
