using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Ledger;

namespace CreditScoring.Standings;

/// <summary>What came of judging a file in a regime: the standing, and what the ledger should hold.</summary>
/// <param name="Bookings">Null: could not be judged or does not apply, so that nothing may be posted.</param>
public sealed record Judgement(Standing Standing, IReadOnlyList<Booking>? Bookings)
{
    /// <summary>The law day of the file's first event; null: it has none, or that was not asked.</summary>
    internal DateOnly? Begins { get; init; }
}

/// <summary>Judges one file in one regime on a day, and looks ahead to when that changes by itself.</summary>
public static class Judge
{
    /// <summary>How far ahead <see cref="Standing.ChangesOn"/> looks, in years.</summary>
    public const int Horizon = 10;

    public static Judgement Of(
        CreditFile file, Regime regime, DateOnly on, bool everyDay = false,
        IJudgementListener? listener = null) => Of(new Docket(file), regime, on, everyDay, listener);

    /// <summary>The same of a file that several regimes judge.</summary>
    public static Judgement Of(
        Docket docket, Regime regime, DateOnly on, bool everyDay = false, IJudgementListener? listener = null)
    {
        var subject = docket.File.Subject;
        try
        {
            var order = listener is null
                ? LawDayOrder.Heeded(docket, regime) : LawDayOrder.Of(docket, regime);
            var walk = new Walk(regime, subject, order, everyDay, listener);
            walk.To(on);
            return Of(walk, on) with { Begins = order.Length > 0 ? order[0].Happening.From : null };
        }
        catch (CannotBeJudged why)
        {
            // What befell it before it left the regime is of no account where it stands no longer.
            return Applicability.MayApply(docket, regime, on) ? Refused(subject, regime, on, why)
                : Outside(subject, regime, on);
        }
    }

    private static Judgement Outside(Subject subject, Regime regime, DateOnly on) => new(
        new Standing(subject, regime.Name, on)
        {
            Applies = false, Flaws = [StandingFlaws.DoesNotApply(regime.On(on)!, on)],
        },
        null);

    /// <summary>The judgement at the end of a walk.</summary>
    public static Judgement Of(Walk walk, DateOnly on)
    {
        var bookings = BookingLine.Resolve(walk.State.Register.Lines);
        var judgement = Asked(walk, on, bookings);
        var changesOn = ChangesOn(walk, judgement.Standing);
        return judgement with { Standing = judgement.Standing with { ChangesOn = changesOn } };
    }

    /// <summary>
    /// The judgement of a file that cannot be judged: the reason, and nothing to post. A walk that
    /// stopped stops again, so only another version of the rules can say something else.
    /// </summary>
    public static Judgement Refused(Subject subject, Regime regime, DateOnly on, CannotBeJudged why)
    {
        var pack = regime.On(on);
        var turn = regime.TurnAfter(on);
        var standing = new Standing(subject, regime.Name, on)
        {
            Pack = pack?.Version,
            Status = pack?.Manifest.Status.ToString().ToLowerInvariant(),
            ChangesOn = turn <= Ahead(on) && turn < DateOnly.MaxValue ? turn : null,
            Flaws = [StandingFlaws.CannotJudge(why, on)],
        };
        return new Judgement(standing, null);
    }

    /// <summary>The standing of a day, or why it has none although the days up to it were walked.</summary>
    private static Judgement Asked(Walk walk, DateOnly on, IReadOnlyList<Booking> bookings)
    {
        try
        {
            var standing = walk.Standing(on);
            return new Judgement(standing, standing.Applies ? bookings : null);
        }
        catch (CannotBeJudged why)
        {
            return Refused(walk.Subject, walk.Regime, on, why);
        }
    }

    /// <summary>Walks on with no new event until the standing differs.</summary>
    private static DateOnly? ChangesOn(Walk walk, Standing now)
    {
        var end = Ahead(now.On);
        while (walk.NextTurn(end) is { } turn)
        {
            var then = WalkedTo(walk, turn);
            if (!then.SameAs(now))
            {
                return turn;
            }

            if (walk.State.Day < turn)
            {
                return then.ChangesOn <= end ? then.ChangesOn : null;
            }
        }

        return null;
    }

    /// <summary>The standing of the next turn; the walk stays behind where it cannot be walked.</summary>
    private static Standing WalkedTo(Walk walk, DateOnly turn)
    {
        try
        {
            walk.To(turn);
            return Asked(walk, turn, []).Standing;
        }
        catch (CannotBeJudged why)
        {
            return Refused(walk.Subject, walk.Regime, turn, why).Standing;
        }
    }

    internal static DateOnly Ahead(DateOnly day) =>
        day > DateOnly.MaxValue.AddYears(-Horizon) ? DateOnly.MaxValue : day.AddYears(Horizon);
}
