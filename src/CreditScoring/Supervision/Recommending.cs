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

        var decided = Decided(heard);
        return new Recommendation(
            standings[0].Subject, standings[0].On,
            new Frequency(field => decided.GetValueOrDefault(field).Value))
        {
            Tiers = [.. standings.Select(each => KeyValuePair.Create(each.Regime, each.Tier))],
            DecidedBy = [.. decided.Select(each => KeyValuePair.Create(each.Key.Name, each.Value.Regime))],
            ChangesOn = standings.Min(standing => standing.ChangesOn),
        };
    }

    /// <summary>
    /// The value of each field that a regime says, and whose it was. What its cap says decides a field where
    /// that is less.
    /// </summary>
    private static OrderedDictionary<FrequencyField, (object? Value, string Regime)> Decided(
        IReadOnlyList<Standing> heard)
    {
        var decided = new OrderedDictionary<FrequencyField, (object? Value, string Regime)>();
        foreach (var field in FrequencyField.All.Where(field => field.CapOf is null))
        {
            Decide(field);
            foreach (var cap in FrequencyField.All.Where(each => each.CapOf == field))
            {
                Decide(cap);
                if (decided.TryGetValue(cap, out var most) && decided.TryGetValue(field, out var known)
                    && Comparer<object>.Default.Compare(most.Value, known.Value) < 0)
                {
                    decided[field] = most;
                }
            }
        }

        return decided;

        void Decide(FrequencyField field)
        {
            if (Strictest(field, heard) is { } standing)
            {
                decided[field] = (standing.Frequency![field], standing.Regime);
            }
        }
    }

    /// <summary>The standing with the strictest value, of equals the first; null: none says one.</summary>
    private static Standing? Strictest(FrequencyField field, IReadOnlyList<Standing> heard)
    {
        Standing? strictest = null;
        foreach (var standing in heard)
        {
            if (standing.Frequency![field] is { } value
                && (strictest is null || IsStricter(field, value, strictest.Frequency![field]!)))
            {
                strictest = standing;
            }
        }

        return strictest;
    }

    private static bool IsStricter(FrequencyField field, object value, object than) => field.Strictest switch
    {
        Strictness.Most => Comparer<object>.Default.Compare(value, than) > 0,
        Strictness.Least => Comparer<object>.Default.Compare(value, than) < 0,
        _ => PlaceOf(field, value) < PlaceOf(field, than),
    };

    /// <summary>Words stand in order, the strictest first; what is none of them comes last.</summary>
    private static int PlaceOf(FrequencyField field, object value)
    {
        for (var i = 0; i < field.Words.Count; i++)
        {
            if (field.Words[i].Text.Equals(value))
            {
                return i;
            }
        }

        return field.Words.Count;
    }

    /// <summary>Whether a scheduler has to be told again: all but the day is compared.</summary>
    public static bool SameAs(this Recommendation left, Recommendation right) =>
        left.Subject == right.Subject && left.Frequency == right.Frequency
        && left.ChangesOn == right.ChangesOn && left.Tiers.SequenceEqual(right.Tiers)
        && left.DecidedBy.SequenceEqual(right.DecidedBy);
}
