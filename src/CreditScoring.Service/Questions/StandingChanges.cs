using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Questions;

/// <summary>Which way a standing went.</summary>
public enum Direction
{
    Worse,
    Better,

    /// <summary>Its points or its version alone, or from or to where there is no tier.</summary>
    Other,
}

/// <summary>Who became worse, who better, and why, since a day: of all subjects.</summary>
public sealed class StandingChanges(IRecordQuestions record, Shelf shelf, DayTurned turned)
{
    /// <summary>So many rows are looked through for a page; then it ends, and the next goes on.</summary>
    private const int MostLookedAt = 20_000;

    private const int Portion = 1_000;

    /// <param name="query">Its limit is that of the page.</param>
    /// <param name="direction">Null: any.</param>
    /// <param name="scope">Those of other regions are left out.</param>
    /// <param name="why">Whether the reasons are asked for, too: those are of the files.</param>
    public async Task<ChangePage> PageAsync(
        TurnQuery query, Direction? direction, RegionScope scope, bool why = true)
    {
        if (scope.Within(query.Region) is not { } region)
        {
            return new ChangePage([], null);
        }

        await turned.WaitAsync();
        var book = shelf.Book;
        var asked = query with { Region = region.Length == 0 ? null : region, Limit = Portion };
        var found = new List<ChangedStanding>();
        TurnPlace? next = null;
        for (var looked = 0; looked < MostLookedAt; looked += Portion)
        {
            var turns = await record.TurnsAsync(asked with { After = next ?? asked.After });
            foreach (var turn in turns)
            {
                var change = new ChangedStanding(turn, DirectionOf(turn, book), []);
                if (IsNews(turn) && (direction is null || direction == change.Direction))
                {
                    if (found.Count == query.Limit)
                    {
                        return await PageOf(found, next, query.Since, book, why);
                    }

                    found.Add(change);
                }

                next = turn.Place;
            }

            if (turns.Count < Portion)
            {
                return await PageOf(found, null, query.Since, book, why);
            }
        }

        return await PageOf(found, next, query.Since, book, why);
    }

    private async Task<ChangePage> PageOf(
        List<ChangedStanding> found, TurnPlace? next, DateOnly since, RuleBook book, bool why) =>
        new(why ? await WithReasons(found, since, book) : found, next);

    /// <summary>Whether it is otherwise now than it was before the day.</summary>
    private static bool IsNews(NetTurn turn) =>
        (turn.Before?.Pack, turn.Before?.Tier, turn.Before?.Points)
        != (turn.After.Pack, turn.After.Tier, turn.After.Points);

    /// <summary>By the ladder of the version that is in force now, if it knows both tiers.</summary>
    private static Direction DirectionOf(NetTurn turn, RuleBook book)
    {
        var ladder = book.Regimes.FirstOrDefault(each => each.Name == turn.After.Regime)?.Versions
            .FirstOrDefault(each => each.Version == turn.After.Pack)?.Manifest.Tiers;
        var before = ladder?.RankOf(turn.Before?.Tier) ?? -1;
        var after = ladder?.RankOf(turn.After.Tier) ?? -1;
        return before < 0 || after < 0 || before == after ? Direction.Other
            : before < after ? Direction.Worse : Direction.Better;
    }

    private async Task<IReadOnlyList<ChangedStanding>> WithReasons(
        List<ChangedStanding> found, DateOnly since, RuleBook book)
    {
        var rows = (await record.PostedSinceAsync(
            [.. found.Select(each => (each.Turn.Subject, each.Turn.After.Regime))], since))
            .ToLookup(row => (row.Subject, row.Posted.Regime));
        return
        [
            .. found.Select(each => each with
            {
                Reasons = ChangeReasons.Of(
                    rows[(each.Turn.Subject, each.Turn.After.Regime)], since, each.Turn.After.On, book),
            }),
        ];
    }
}

/// <summary>A standing that is otherwise than it was before a day.</summary>
/// <param name="Reasons">The entries that came and went since, in the order of the ledger.</param>
public sealed record ChangedStanding(NetTurn Turn, Direction Direction, IReadOnlyList<ChangeReason> Reasons);

/// <summary>A page of them, in the order in which they turned last.</summary>
/// <param name="Next">After which the next page begins; null: there is none.</param>
public sealed record ChangePage(IReadOnlyList<ChangedStanding> Items, TurnPlace? Next);
