using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Planning;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>What is looked at of a plan: one unit's visits, all of them or some.</summary>
/// <param name="Unit">Null: the one with most to see to.</param>
/// <param name="Show">One of <see cref="PlanShown.All"/>; null: all.</param>
/// <param name="Week">From 1; null: all.</param>
/// <param name="IsAlone">Whether there is nothing else on the page, so that it is printed by itself.</param>
public sealed record PlanShown(string? Unit, string? Show, int? Week, bool IsAlone)
{
    public const string Left = "left", Late = "late", Unpublished = "unpublished",
        PublicationLate = "publication-late";

    public static readonly PlanShown Usual = new(null, null, null, false);

    /// <summary>The classes, what is left out, and how it stands with what is planned.</summary>
    public static readonly IReadOnlyList<string> All =
        ["must", "drawn", "may", Left, Late, Unpublished, PublicationLate];
}

/// <summary>A plan, and what who looks may do about it.</summary>
/// <param name="Shown">Of which visits are listed.</param>
/// <param name="Hindrance">Why who looks may not approve it; null: may.</param>
/// <param name="Fault">Why what was asked for just now was not done; null: nothing was.</param>
public sealed record PlanModel(
    ProposedPlan Proposed, VisitPlan Plan, PlanShown Shown, TierLadder? Ladder, PlanFault? Hindrance,
    PlanFault? Fault)
{
    /// <summary>Whether it is of who looks.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>What regimes are called, by name.</summary>
    public required IReadOnlyDictionary<string, Wording> Titles { get; init; }

    /// <summary>How it stands with each visit; null: the plan is not in force, or nothing is told.</summary>
    public IReadOnlyDictionary<PlannedVisit, PlannedResult>? Results { get; init; }

    /// <summary>Those of which somebody may not make them any more, by the register of now.</summary>
    public required IReadOnlySet<PlannedVisit> Unsound { get; init; }

    /// <summary>
    /// The unit whose visits are listed: that which was asked for, else the one that can do something and
    /// has most that is overdue, or left out; null: there is none.
    /// </summary>
    public string? Unit => Shown.Unit ?? UnitsOf(Plan)
        .OrderByDescending(unit => Plan.Units.Any(each => each.Unit == unit && each.PersonDays > 0))
        .ThenByDescending(
            unit => Results?.Values.Count(
                each => each.IsOverdue && each.Planned.Visit.Candidate.Unit == unit) ?? 0)
        .ThenByDescending(unit => Plan.Rest.Count(each => each.Visit.Candidate.Unit == unit))
        .FirstOrDefault();

    /// <summary>All units that can do something, or of which something is asked, by their digits.</summary>
    public static IEnumerable<string> UnitsOf(VisitPlan plan) => plan.Units.Select(each => each.Unit)
        .Union(plan.Visits.Select(each => each.Visit.Candidate.Unit))
        .Union(plan.Rest.Select(each => each.Visit.Candidate.Unit)).Order(StringComparer.Ordinal);

    /// <summary>What its unit is to do.</summary>
    public IEnumerable<PlannedVisit> OfUnit => Plan.Visits.Where(each => each.Visit.Candidate.Unit == Unit);
}

/// <summary>Puts together the page of a plan.</summary>
public sealed class PlanSheet(PlanDesk desk, PlanDrafting drafting, PlanResults results, Shelf shelf)
{
    /// <summary>The page once something was asked: anew where it was done, else with why not.</summary>
    public async Task<IResult> ToldAsync(PlanDecision decision, Caller by, string? unit = null) =>
        decision.Plan is not { Plan: not null } plan ? PlanPage.Unknown
        : decision.Fault is null
            ? Results.LocalRedirect(PlanPage.AddressOf(plan, Known(unit, plan.Plan)))
        : await ShownAsync(
            plan, PlanShown.Usual with { Unit = Known(unit, plan.Plan) }, decision.Fault, by);

    private static string? Known(string? unit, VisitPlan plan) =>
        PlanModel.UnitsOf(plan).Contains(unit) ? unit : null;

    /// <param name="fault">Why what was asked for was not done; null: nothing was.</param>
    public async Task<IResult> ShownAsync(
        ProposedPlan proposed, PlanShown shown, PlanFault? fault, Caller by)
    {
        var plan = proposed.Plan!;
        var graded = drafting.Profiles().GetValueOrDefault(proposed.Header.Profile)?.GradedBy;
        var ladder = shelf.Book.Regimes.FirstOrDefault(each => each.Name == graded)?
            .On(proposed.Header.MadeOn)?.Manifest.Tiers;
        return Page.Of<PlanView, PlanModel>(
            PlanWords.Of(plan.Period),
            new PlanModel(proposed, plan, shown, ladder, desk.HindranceOf(proposed, by), fault)
            {
                IsOwn = proposed.By == by.Actor,
                Titles = shelf.Book.Regimes.Where(each => each.Versions.Count > 0)
                    .ToDictionary(each => each.Name, each => each.Versions[^1].Manifest.Title),
                Results = await ResultsAsync(proposed),
                Unsound = proposed.State is PlanState.Refused or PlanState.Withdrawn
                    ? new HashSet<PlannedVisit>()
                    : (await drafting.UnsoundAsync(proposed)).ToHashSet(
                        (IEqualityComparer<PlannedVisit>)ReferenceEqualityComparer.Instance),
            },
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    /// <summary>Null: the plan is not in force, or the rules do not say what a result is.</summary>
    public async Task<IReadOnlyDictionary<PlannedVisit, PlannedResult>?> ResultsAsync(ProposedPlan plan) =>
        !results.AreTold(plan) ? null : (await results.OfAsync(plan, "")).ToDictionary(
            each => each.Planned, (IEqualityComparer<PlannedVisit>)ReferenceEqualityComparer.Instance);
}
