using CreditScoring.Law;
using CreditScoring.Law.Expressions;
using CreditScoring.Ledger;

namespace CreditScoring.Standings;

/// <summary>Looks ahead with no new event: to a better tier, and to the day a repair would be granted.</summary>
internal static class Foresight
{
    /// <summary>So many turns are told at most; a measure that changes daily has no end of them.</summary>
    private const int MostTurns = 24;

    public static Outlook Of(CreditFile file, Regime regime, Standing now)
    {
        var turns = new List<Standing>();
        Standing? next = null;
        var day = now.On;
        try
        {
            var walk = new Walk(regime, file.Subject, Docket.Of(file, regime));
            walk.To(now.On);
            walk.Standing(now.On);
            var end = Judge.Ahead(now.On);
            var before = now;
            while (turns.Count < MostTurns && walk.NextTurn(end) is { } turn)
            {
                day = turn;
                walk.To(turn);
                var then = walk.Standing(turn);
                next ??= then.SameAs(now) ? null : then;
                if (then.Tier == before.Tier && then.Points == before.Points)
                {
                    continue;
                }

                turns.Add(before = then);
                if (IsBetter(regime, then, now))
                {
                    return new Outlook(turns, then) { Next = next };
                }
            }
        }
        catch (CannotBeJudged why)
        {
            // What lies beyond that day cannot be told; what lies before it can.
            var flaw = StandingFlaws.CannotJudge(why, day);
            return new Outlook(turns, null)
            {
                Next = next,
                Flaw = now.Flaws.Contains(flaw) ? null : flaw,
            };
        }

        return new Outlook(turns, null) { Next = next };
    }

    /// <summary>A request that did not meet its conditions, with the first day on which it would.</summary>
    public static RepairAnswer WithFirstDay(RepairAnswer answer, CreditFile file, Regime regime, DateOnly on)
    {
        if (answer.MeetsConditions)
        {
            return answer;
        }

        var day = on;
        try
        {
            var docket = Docket.Of(file, regime);
            var request = docket.First(each => each.Happening.Event.Id == answer.Request.Event.Id).Happening;
            var walk = new Walk(regime, file.Subject, docket);
            walk.To(on);
            var end = Judge.Ahead(on);
            while (day < end)
            {
                walk.To(day);
                day = day.AddDays(1);
                if (walk.WouldGrant(request, day))
                {
                    return answer with { FirstAcceptedOn = day };
                }
            }
        }
        catch (CannotBeJudged why)
        {
            // No day can be named then; the conditions that failed are still told.
            return answer with { Flaw = StandingFlaws.CannotJudge(why, day) };
        }

        return answer;
    }

    private static bool IsBetter(Regime regime, Standing then, Standing now) =>
        then.Tier is not null && now.Tier is not null && regime.On(then.On) is { } pack
        && pack.Manifest.Tiers.RankOf(then.Tier) < pack.Manifest.Tiers.RankOf(now.Tier);
}
