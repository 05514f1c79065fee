using CreditScoring.Law.Packs;
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
        var decided = new Dictionary<FrequencyField, object?>();
        foreach (var field in FrequencyField.All.Where(field => field.CapOf is null))
        {
            decided[field] = strictest.Of(field);
            foreach (var cap in FrequencyField.All.Where(each => each.CapOf == field))
            {
                decided[cap] = strictest.Of(cap);
                decided[field] = strictest.Clamped(field, decided[field], cap, decided[cap]);
            }
        }

        return new Recommendation(
            standings[0].Subject, standings[0].On, new Frequency(field => decided[field]))
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
