using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Planning;
using CreditScoring.Standings;

namespace CreditScoring.Effects;

/// <summary>
/// Finds the visits of a file, and how its object stood the day before each, by what is known now.
/// </summary>
/// <param name="profile">It says which events are visits, and of what kind.</param>
/// <param name="standings">Where a file stands on a day.</param>
public sealed class VisitObserver(
    PlanProfile profile, Func<CreditFile, DateOnly, IEnumerable<Standing>> standings, DateOnly from,
    DateOnly to)
{
    /// <returns>None where the profile does not say what an effect is.</returns>
    public IReadOnlyList<ObservedVisit> Of(CreditFile file) => profile.Effect is not { } terms ? [] :
    [
        .. Mending.Settle(file.Events)
            .Where(each => CreditFile.Dated(each) is var on && from <= on && on <= to
                && profile.Visits.Any(pattern => pattern.Fits(each)))
            .Select(each => Of(file, each, terms)),
    ];

    private ObservedVisit Of(CreditFile file, RegulatoryEvent visit, EffectTerms terms)
    {
        var on = CreditFile.Dated(visit);
        var before = standings(file, on.AddDays(-1)).ToList();
        return new ObservedVisit(
            file.Subject, on, OriginOf(visit, terms),
            before.FirstOrDefault(each => each.Regime == profile.GradedBy)?.Tier,
            [.. before.SelectMany(RulesOf).Distinct()], terms.Hits.Any(each => each.Fits(visit)));
    }

    private static VisitOrigin OriginOf(RegulatoryEvent visit, EffectTerms terms) =>
        terms.Drawn.Any(each => each.Fits(visit)) ? VisitOrigin.Drawn
        : terms.Complaint.Any(each => each.Fits(visit)) ? VisitOrigin.Complaint
        : terms.Risk.Any(each => each.Fits(visit)) ? VisitOrigin.Risk
        : VisitOrigin.Other;

    private static IEnumerable<RuleName> RulesOf(Standing standing) => standing.Entries
        .Select(each => each.Rule).Append(standing.TierRule ?? "").Where(each => each.Length > 0)
        .Select(each => new RuleName(standing.Regime, each));
}
