using CreditScoring.Enterprises;
using CreditScoring.Law;
using CreditScoring.Law.Expressions;
using CreditScoring.Ledger;

namespace CreditScoring.Standings;

/// <summary>What came of judging a file in a regime: the standing, and what the ledger should hold.</summary>
/// <param name="Bookings">Null: could not be judged, so that nothing may be posted.</param>
public sealed record Judgement(Standing Standing, IReadOnlyList<Booking>? Bookings);

/// <summary>Judges one file in one regime on a day, and looks ahead to when that changes by itself.</summary>
public static class Judge
{
    /// <summary>How far ahead <see cref="Standing.ChangesOn"/> looks, in years.</summary>
    public const int Horizon = 10;

    public static Judgement Of(
        CreditFile file, Regime regime, DateOnly on, bool everyDay = false, IWitness? witness = null)
    {
        try
        {
            var walk = new Walk(regime, file.Subject, Docket.Of(file, regime), everyDay, witness);
            walk.To(on);
            return Of(walk, on);
        }
        catch (CannotBeJudged why)
        {
            return Refused(file.Subject, regime, on, why);
        }
    }

    /// <summary>The judgement at the end of a walk.</summary>
    public static Judgement Of(Walk walk, DateOnly on)
    {
        var standing = walk.Standing(on);
        var bookings = BookingLine.Resolve(walk.State.Register.Lines);
        return new Judgement(standing with { ChangesOn = ChangesOn(walk, standing) }, bookings);
    }

    /// <summary>The judgement of a file that cannot be judged: the reason, and nothing to post.</summary>
    public static Judgement Refused(Subject subject, Regime regime, DateOnly on, CannotBeJudged why)
    {
        var pack = regime.On(on);
        var standing = new Standing(subject, regime.Name, on)
        {
            Pack = pack?.Version,
            Status = pack?.Manifest.Status.ToString().ToLowerInvariant(),
            Flaws = [StandingFlaws.CannotJudge(why, on)],
        };
        return new Judgement(standing, null);
    }

    /// <summary>Walks on with no new event until the standing differs.</summary>
    private static DateOnly? ChangesOn(Walk walk, Standing now)
    {
        var end = Ahead(now.On);
        for (var turn = walk.NextTurn(end); turn <= end; turn = walk.NextTurn(end))
        {
            if (turn > now.On && walk.DiffersOn(turn, now))
            {
                return turn;
            }
        }

        return null;
    }

    private static DateOnly Ahead(DateOnly day) =>
        day > DateOnly.MaxValue.AddYears(-Horizon) ? DateOnly.MaxValue : day.AddYears(Horizon);
}
