using CreditScoring.Enterprises;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Planning;

/// <summary>How it stands with one visit of a plan.</summary>
/// <param name="Week">The days in which it is to be made.</param>
/// <param name="Result">What came of it.</param>
/// <param name="State">As of today.</param>
public sealed record PlannedResult(PlannedVisit Planned, Period Week, VisitResult Result, VisitState State)
{
    /// <summary>Whether somebody has missed a day: that of the visit, or of the publication.</summary>
    public bool IsOverdue => State is VisitState.Late or VisitState.PublicationLate;
}

/// <summary>
/// Which visits of a plan have been made (执行), and which results are to be made public (公示), out of the files
/// of its objects: the first visit since the plan's first day is the first that it plans, and so on.
/// </summary>
public sealed class PlanResults(
    SubjectQuestions questions, PlanDrafting drafting, Shelf shelf, TimeProvider clock)
{
    private const int AtATime = 4;

    /// <summary>
    /// Whether there is anything to tell: the plan is in force, and the rules say what a result is.
    /// </summary>
    public bool AreTold(ProposedPlan plan) =>
        plan.State == PlanState.Published && TermsOf(plan) is not null;

    /// <returns>Of each visit that is planned, what is overdue first, then by week.</returns>
    /// <param name="unit">Digits with which its units begin; empty: all.</param>
    public async Task<IReadOnlyList<PlannedResult>> OfAsync(ProposedPlan plan, string unit)
    {
        var visits = plan.Plan!.Visits
            .Where(each => each.Visit.Candidate.Unit.StartsWith(unit, StringComparison.Ordinal))
            .GroupBy(each => each.Visit.Candidate.Subject).ToList();
        var results = new List<PlannedResult>();
        foreach (var some in visits.Chunk(AtATime))
        {
            results.AddRange((await Task.WhenAll(some.Select(each => OfAsync(plan, each.Key, each))))
                .SelectMany(each => each));
        }

        return
        [
            .. results.OrderByDescending(each => each.IsOverdue).ThenBy(each => each.Planned.Week)
                .ThenBy(each => each.Planned.Visit.Candidate.Unit, StringComparer.Ordinal)
                .ThenBy(each => each.Planned.Visit.Candidate.Subject.Id, StringComparer.Ordinal),
        ];
    }

    private async Task<IEnumerable<PlannedResult>> OfAsync(
        ProposedPlan plan, Subject subject, IEnumerable<PlannedVisit> visits)
    {
        // A result is a word of the catalogue: whoever looks sees no more of the file.
        var file = await questions.OpenAsync(subject, null, Sight.Masked);
        var (today, period) = (clock.Today(), plan.Header.Period);
        var made = TermsOf(plan) is not { } profile ? []
            : VisitResult.AllOf(file.Events, profile, period.From, shelf.Book.WorkingDays).ToList();
        var weeks = period.Weeks();
        return visits.OrderBy(each => each.Week).Select((each, place) =>
        {
            var (result, week) = (made.ElementAtOrDefault(place) ?? VisitResult.None, weeks[each.Week]);
            return new PlannedResult(each, week, result, result.StateOn(today, week.To));
        });
    }

    private PlanProfile? TermsOf(ProposedPlan plan) =>
        drafting.Profiles().GetValueOrDefault(plan.Header.Profile) is { Results: not null } profile
            ? profile : null;
}
