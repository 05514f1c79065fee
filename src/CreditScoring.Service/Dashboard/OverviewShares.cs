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
/// count for five seconds, unless a standing has changed meanwhile. Of one page one count goes on at a time:
/// while standings change all the time, those who come meanwhile share the next.
/// </summary>
public sealed class OverviewShares(IRecordQuestions record, TimeProvider clock)
{
    private const int Most = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly Dictionary<OverviewKey, Share> shares = [];

    /// <param name="count">Counts it, where nobody has just now.</param>
    public async Task<OverviewModel> OfAsync(OverviewKey key, Func<Task<OverviewModel>> count)
    {
        var turns = await TurnsAsync();
        Task<OverviewModel> counted;
        lock (shares)
        {
            var share = shares.GetValueOrDefault(key);
            counted = share is null ? Begin(key, turns, count)
                : IsGood(share, turns) ? share.Counted
                : share.Counted.IsCompleted && share.Next is null ? Begin(key, turns, count)
                : share.Next ??= AfterAsync(share, key, count);
        }

        return await counted;
    }

    private bool IsGood(Share share, long turns) => share.Turns == turns && !share.Counted.IsFaulted
        && clock.GetElapsedTime(share.Since) < Longest;

    private Task<OverviewModel> Begin(OverviewKey key, long turns, Func<Task<OverviewModel>> count)
    {
        if (shares.Count >= Most)
        {
            shares.Clear();
        }

        // Not under the lock: others are told meanwhile that it goes on.
        var share = new Share(turns, clock.GetTimestamp(), Task.Run(count));
        shares[key] = share;
        return share.Counted;
    }

    private async Task<OverviewModel> AfterAsync(
        Share share, OverviewKey key, Func<Task<OverviewModel>> count)
    {
        // Whether it came out or not is for those who asked for it.
        await Task.WhenAny(share.Counted);
        await Task.Yield();
        try
        {
            var turns = await TurnsAsync();
            Task<OverviewModel> counted;
            lock (shares)
            {
                counted = Begin(key, turns, count);
            }

            return await counted;
        }
        catch
        {
            // Nobody waits for what will not come.
            lock (shares)
            {
                shares.Remove(key);
            }

            throw;
        }
    }

    private async Task<long> TurnsAsync() => (await record.ChangesAsync(0, 0)).Highest;

    /// <param name="Turns">How far the changes of standings had come before it was counted.</param>
    private sealed record Share(long Turns, long Since, Task<OverviewModel> Counted)
    {
        /// <summary>What is counted once this is over; null: nobody wants it.</summary>
        public Task<OverviewModel>? Next { get; set; }
    }
}
