using System.Diagnostics;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Questions;

/// <summary>Standings of many subjects by all that lists look for, a page at a time.</summary>
public sealed class StandingLists(
    IRecordQuestions record, Shelf shelf, Progress progress, DayTurned turned, TimeProvider clock)
{
    /// <param name="query">Its limit is that of the page.</param>
    /// <param name="scope">Those of other regions are left out.</param>
    public async Task<StandingPage> PageAsync(ListQuery query, RegionScope scope)
    {
        if (scope.Within(query.Filter.Region) is not { } region)
        {
            return new StandingPage([], null);
        }

        await turned.WaitAsync();
        var found = await record.ListAsync(query with
        {
            Limit = query.Limit + 1,
            Filter = query.Filter with { Region = region.Length == 0 ? null : region },
        });
        var today = clock.Today();
        var turning = !progress.StandsBy(shelf.Book.Hash);
        return new StandingPage(
            [
                .. found.Take(query.Limit).Select(each =>
                    new ListedStanding(each, turning || each.Standing.ChangesOn <= today)),
            ],
            found.Count <= query.Limit ? null : found[query.Limit - 1].Place);
    }
}

/// <summary>
/// A list is asked of what was kept, and at the beginning of a day some of that is of yesterday: who lists
/// waits a moment until the worker has been through the files that turn today.
/// </summary>
public sealed class DayTurned(IRecordQuestions record, Progress progress, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>So long after somebody waited in vain nobody waits: a page asks several questions.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private long vain;

    /// <summary>Waits; what has not turned even then is marked in the list.</summary>
    public async Task WaitAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var today = clock.Today();
        if (Volatile.Read(ref vain) is not 0 and var last && Stopwatch.GetElapsedTime(last, began) < Pause)
        {
            return;
        }

        while (!progress.SweptOn(today) && await record.TurnedAsync(today))
        {
            if (Stopwatch.GetElapsedTime(began) >= Longest)
            {
                Volatile.Write(ref vain, Stopwatch.GetTimestamp());
                return;
            }

            await Task.Delay(Step);
        }
    }
}

/// <summary>A standing in a list.</summary>
/// <param name="Stale">Whether it is being assessed again, so that it may be another by now.</param>
public sealed record ListedStanding(ListedRow Row, bool Stale);

/// <summary>A page of a list, by regime and the order that was asked for.</summary>
/// <param name="Next">After which the next page begins; null: there is none.</param>
public sealed record StandingPage(IReadOnlyList<ListedStanding> Items, ListPlace? Next);
