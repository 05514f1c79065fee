namespace CreditScoring.Planning;

/// <summary>
/// By what a plan is made (计划规则): what a visit is worth, what joint visits save, and how long a higher
/// authority's check stands. Data of a profile; no number of it stands here.
/// </summary>
/// <param name="TierValues">What a visit to an object of a tier is worth; of another tier nothing.</param>
/// <param name="PerPoint">What a point adds to that.</param>
/// <param name="PerDayLate">What a day adds by which it is late.</param>
/// <param name="JointShare">
/// What each further matter of a joint visit (联合检查) takes of the person-days that it would by itself,
/// from 0 to 1.
/// </param>
/// <param name="HigherCheckMonths">
/// So many months after a higher authority's check a lower one does not repeat it; null: it may.
/// </param>
public sealed record PlanRule(
    IReadOnlyDictionary<string, decimal> TierValues, decimal PerPoint, decimal PerDayLate, decimal JointShare,
    int? HigherCheckMonths)
{
    /// <summary>What it is worth to visit an object in a period, never less than nothing.</summary>
    public decimal ValueOf(Candidate candidate, IEnumerable<Demand> matters, Period period) =>
        (candidate.Tier is { } tier ? TierValues.GetValueOrDefault(tier) : 0)
        + (PerPoint * Math.Max(0, candidate.Points))
        + (PerDayLate * matters.Max(each => each.DaysLate(period)));

    /// <summary>
    /// Person-days of matters that are done in one visit: the longest whole, the others in part.
    /// </summary>
    public decimal PersonDaysOf(IReadOnlyCollection<Demand> matters)
    {
        var longest = matters.Max(each => each.PersonDays);
        return longest + (JointShare * (matters.Sum(each => each.PersonDays) - longest));
    }
}
