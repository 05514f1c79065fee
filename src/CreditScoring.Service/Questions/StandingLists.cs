using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Questions;

/// <summary>Standings of many subjects by tier, region, regime and kind, a page at a time.</summary>
public sealed class StandingLists(IRecordQuestions record, Shelf shelf, Progress progress, TimeProvider clock)
{
    /// <param name="query">Its limit is that of the page.</param>
    /// <param name="scope">Those of other regions are left out.</param>
    public async Task<StandingPage> PageAsync(StandingQuery query, RegionScope scope)
    {
        if (scope.Within(query.Region) is not { } region)
        {
            return new StandingPage([], null);
        }

        var found = await record.StandingsAsync(query with
        {
            Limit = query.Limit + 1, HeadsOnly = true, Region = region.Length == 0 ? null : region,
        });
        var today = clock.Today();
        var turning = !progress.StandsBy(shelf.Book.Hash);
        return new StandingPage(
            [
                .. found.Take(query.Limit)
                    .Select(each => new ListedStanding(each, turning || each.ChangesOn <= today)),
            ],
            found.Count <= query.Limit ? null : found[query.Limit - 1].Key);
    }
}

/// <summary>A standing in a list.</summary>
/// <param name="Stale">Whether it is being assessed again, so that it may be another by now.</param>
public sealed record ListedStanding(KeptStanding Standing, bool Stale);

/// <summary>A page of a list, in order of regime, kind and subject.</summary>
/// <param name="Next">After which the next page begins; null: there is none.</param>
public sealed record StandingPage(IReadOnlyList<ListedStanding> Items, StandingKey? Next);
