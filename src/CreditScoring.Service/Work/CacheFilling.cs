using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>The record's standings -> a tier cache that was lost or is of another record.</summary>
public static class CacheFilling
{
    private const int Page = 4000;

    /// <summary>Puts every standing of the record into the cache.</summary>
    /// <returns>How many, and the change of the record up to which the cache is whole.</returns>
    public static async Task<(long Standings, long Position)> FillAsync(
        IRecordQuestions record, ITierCache cache, bool clear, CancellationToken stop)
    {
        // The position first: what changes while the pages are read is carried once more.
        var position = (await record.ChangesAsync(0, 0)).Highest;
        await cache.BeginAsync(clear);
        var query = new StandingQuery(Page) { HeadsOnly = true };
        var count = 0L;
        while (await record.StandingsAsync(query) is { Count: > 0 } page)
        {
            stop.ThrowIfCancellationRequested();
            await cache.PutAsync(page);
            count += page.Count;
            query = query with { After = page[^1].Key };
        }

        // Lost once more while it was filled: who follows finds no position, and fills it again.
        await cache.ReachAsync(position);
        return (count, position);
    }
}
