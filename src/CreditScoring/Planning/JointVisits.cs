namespace CreditScoring.Planning;

/// <summary>
/// Merges what is asked of an object into visits (合并检查): matters that have a day in common are one visit.
/// </summary>
internal static class JointVisits
{
    /// <summary>The most binding first, and of equals the earliest due; what no day of the period can
    /// hold is in none.</summary>
    public static IEnumerable<Visit> Of(Candidate candidate, PlanRule rule, Period period)
    {
        var open = candidate.Demands.Where(each => each.Within(period) is not null)
            .OrderBy(each => each.Class).ThenBy(each => each.Due ?? DateOnly.MaxValue)
            .ThenBy(each => each.Regime, StringComparer.Ordinal).ThenBy(each => each.Cause).ToList();
        while (open.Count > 0)
        {
            var (matters, days) = Together(open, period);
            open.RemoveAll(matters.Contains);
            yield return Of(candidate, matters, days, rule, period);
        }
    }

    /// <summary>
    /// A visit for which there is no room, apart: what is the most binding by itself, and the rest; empty:
    /// all of it is as binding.
    /// </summary>
    public static IReadOnlyList<Visit> Apart(Visit visit, PlanRule rule, Period period)
    {
        var parts = visit.Matters.GroupBy(each => each.Binding == visit.Binding)
            .OrderByDescending(each => each.Key).Select(each => each.ToList()).ToList();
        return parts.Count == 1 ? [] :
        [
            .. parts.Select(matters => Of(
                visit.Candidate, matters, Together(matters, period).Days, rule, period)),
        ];
    }

    private static Visit Of(
        Candidate candidate, List<Demand> matters, Period days, PlanRule rule, Period period) =>
        new(candidate, matters, days, rule.PersonDaysOf(matters), rule.ValueOf(candidate, matters, period));

    private static (List<Demand> Matters, Period Days) Together(List<Demand> open, Period period)
    {
        var (matters, days) = (new List<Demand>(), period);
        foreach (var each in open)
        {
            if (each.Within(period)!.Value.And(days) is { } both)
            {
                matters.Add(each);
                days = both;
            }
        }

        return (matters, days);
    }
}
