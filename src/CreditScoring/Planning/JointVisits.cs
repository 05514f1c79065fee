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
            yield return new Visit(
                candidate, matters, days, rule.PersonDaysOf(matters),
                rule.ValueOf(candidate, matters, period));
        }
    }

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
