using CreditScoring.Standings;

namespace CreditScoring.Supervision;

/// <summary>
/// Makes one recommendation of a subject's standings: the strictest of each field, the visits clamped
/// to the yearly cap, and for each field the regime that decided it.
/// </summary>
public static class Recommending
{
    /// <summary>Null: no regime says anything of the supervision of this subject.</summary>
    public static Recommendation? Of(IReadOnlyList<Standing> standings)
    {
        var heard = standings.Where(standing => standing.Frequency is not null).ToArray();
        if (heard.Length == 0)
        {
            return null;
        }

        var strictest = new Strictest(heard);
        var times = strictest.Most("timesPerYear", frequency => frequency.TimesPerYear);
        var cap = strictest.Most("visitCap", frequency => frequency.VisitCap);
        var frequency = new Frequency
        {
            TimesPerYear = cap < times ? strictest.Clamped("timesPerYear", "visitCap", cap) : times,
            Opens = strictest.Least("opens", each => each.Opens),
            Due = strictest.Least("due", each => each.Due),
            SamplingShare = strictest.Most("samplingShare", each => each.SamplingShare),
            VisitCap = cap,
            KeySupervision = strictest.Most("keySupervision", each => each.KeySupervision),
            Priority = strictest.First("priority", each => each.Priority, "must", "may"),
            Method = strictest.First("method", each => each.Method),
            Rate = strictest.Most("rate", each => each.Rate),
        };
        return new Recommendation(standings[0].Subject, standings[0].On, frequency)
        {
            Tiers = [.. standings.Select(each => KeyValuePair.Create(each.Regime, each.Tier))],
            DecidedBy = strictest.DecidedBy,
            ChangesOn = standings.Min(standing => standing.ChangesOn),
        };
    }

    /// <summary>Whether a scheduler has to be told again: all but the day is compared.</summary>
    public static bool SameAs(this Recommendation left, Recommendation right) =>
        left.Subject == right.Subject && left.Frequency == right.Frequency
        && left.ChangesOn == right.ChangesOn && left.Tiers.SequenceEqual(right.Tiers)
        && left.DecidedBy.SequenceEqual(right.DecidedBy);
}
