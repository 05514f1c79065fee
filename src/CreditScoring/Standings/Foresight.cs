using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// Looks ahead from the end of a day with no new event: when the standing changes, to a better tier,
/// and to the day a repair would be granted. Nothing before that day is walked again.
/// </summary>
/// <param name="nights">Of the file, also those that others have looked at.</param>
/// <param name="end">The state at the end of the day from which is looked.</param>
internal sealed class Foresight(Nights nights, FileState end)
{
    /// <summary>So many turns are told at most; a measure that changes daily has no end of them.</summary>
    private const int MostTurns = 24;

    /// <summary>From the end of a day of a file; null: the days up to it cannot be judged.</summary>
    public static Foresight? From(CreditFile file, Regime regime, DateOnly on)
    {
        try
        {
            return From(new Nights(file, regime), on);
        }
        catch (CannotBeJudged)
        {
            return null;
        }
    }

    /// <inheritdoc cref="From(CreditFile, Regime, DateOnly)"/>
    public static Foresight? From(Nights nights, DateOnly on)
    {
        try
        {
            return new Foresight(nights, nights.EndOf(on));
        }
        catch (CannotBeJudged)
        {
            return null;
        }
    }

    /// <summary>From where a walk stands.</summary>
    public static Foresight At(Walk walk, IReadOnlyList<OrderedEvent> order)
    {
        var nights = new Nights(walk.Regime, walk.Subject, order);
        nights.Begin(walk.State);
        return new Foresight(nights, walk.State);
    }

    /// <summary>The judgement of the day itself.</summary>
    public Judgement Judgement(DateOnly on) => Judge.Of(Walk(), on);

    public Outlook Outlook(Standing now)
    {
        var turns = new List<Standing>();
        Standing? next = null;
        var day = now.On;
        try
        {
            var walk = Walk();
            walk.Standing(now.On);
            var horizon = Judge.Ahead(now.On);
            var before = now;
            while (turns.Count < MostTurns && walk.NextTurn(horizon) is { } turn)
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
                if (IsBetter(then, now))
                {
                    return new Outlook(turns, then) { Next = next };
                }
            }
        }
        catch (CannotBeJudged why)
        {
            // What lies beyond that day cannot be told; what lies before it can.
            var flaw = StandingFlaws.CannotJudge(why, day);
            return new Outlook(turns, null) { Next = next, Flaw = now.Flaws.Contains(flaw) ? null : flaw };
        }

        return new Outlook(turns, null) { Next = next };
    }

    /// <summary>A request that did not meet its conditions, with the first day on which it would.</summary>
    public RepairAnswer WithFirstDay(RepairAnswer answer, DateOnly on)
    {
        var day = on;
        try
        {
            var request = nights.Order.First(
                each => each.Happening.Event.Id == answer.Request.Event.Id).Happening;
            var walk = Walk();
            var horizon = Judge.Ahead(on);
            while (day < horizon)
            {
                Stand(walk, day);
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

    /// <summary>
    /// When a request about an entry would first be granted; where it never would, what is wanting on the
    /// last day of the entry, when all waiting is over.
    /// </summary>
    /// <param name="assumed">Conditions that are taken to be met, by their names.</param>
    /// <param name="on">
    /// The day of which it is told: a first day before it counts only if a request made now would be granted.
    /// </param>
    public RepairProspect Prospect(
        Happening request, Entry entry, IReadOnlyCollection<string> assumed, DateOnly on)
    {
        var earliest = FirstGranted(request, entry.From, assumed);
        if (earliest < on && FirstGranted(request, on, assumed) is var now && now != on)
        {
            earliest = now;
        }

        if (earliest is { } first)
        {
            return Promise(request, first, assumed, on);
        }

        var horizon = Judge.Ahead(entry.From);
        var last = entry.LapsesOn <= horizon ? entry.LapsesOn.Value.AddDays(-1) : horizon;
        var minutes = new Minutes();
        try
        {
            var walk = Walk();
            Stand(walk, last.AddDays(-1));
            walk.WouldGrant(request, last, minutes);
        }
        catch (CannotBeJudged)
        {
            // Then no reason can be told, and none is.
        }

        return new RepairProspect(null, [.. minutes.Answers().SelectMany(each => each.Wanting)
            .Where(each => !assumed.Contains(each.Account.Rule))]);
    }

    /// <summary>
    /// What was assumed is asked of the day of the paper: a listing that has ended since the first day stands
    /// in nobody's way, and one that was made since does. What has ended was in the way until its last day.
    /// </summary>
    private RepairProspect Promise(
        Happening request, DateOnly first, IReadOnlyCollection<string> assumed, DateOnly on)
    {
        var asked = first < on ? on : first;
        var hangs = assumed.Count > 0 && FirstGranted(request, asked, [], asked) is null;
        var told = hangs || first >= on ? first : FirstGranted(request, first, [], on) ?? first;
        return new RepairProspect(told, []) { HangsOnAssumption = hangs };
    }

    /// <summary>
    /// The first day from one on, at most to the horizon, on which a request would be granted; null: on none,
    /// or that cannot be judged.
    /// </summary>
    /// <param name="until">
    /// The last day that is tried, of days whose events are known: the request comes after those of its day.
    /// Null: the horizon, and a request comes before all else of its day.
    /// </param>
    private DateOnly? FirstGranted(
        Happening request, DateOnly on, IReadOnlyCollection<string> assumed, DateOnly? until = null)
    {
        try
        {
            var walk = Walk();
            var horizon = until ?? Judge.Ahead(on);
            for (var day = on; day <= horizon; day = day.AddDays(1))
            {
                Stand(walk, until is null ? day.AddDays(-1) : day);
                if (walk.WouldGrant(request, day, met: assumed))
                {
                    return day;
                }
            }
        }
        catch (CannotBeJudged)
        {
            // No day can be told then, and none is.
        }

        return null;
    }

    private bool IsBetter(Standing then, Standing now) =>
        then.Tier is not null && now.Tier is not null && nights.Regime.On(then.On) is { } pack
        && pack.Manifest.Tiers.RankOf(then.Tier) < pack.Manifest.Tiers.RankOf(now.Tier);

    /// <summary>Stands at the end of a day, which is walked if nobody has yet.</summary>
    private void Stand(Walk walk, DateOnly day)
    {
        var night = nights.EndOf(day < end.Day ? end.Day : day);
        if (!ReferenceEquals(walk.State, night))
        {
            walk.Resume(night);
        }
    }

    private Walk Walk() => nights.WalkFrom(end);
}
