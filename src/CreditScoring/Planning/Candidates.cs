using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings;

namespace CreditScoring.Planning;

/// <summary>
/// What files and standings ask of a plan: windows and key supervision of every regime, complaints and
/// accidents, and what was drawn.
/// </summary>
/// <param name="day">The day on which the plan is made.</param>
/// <param name="drawn">
/// Those drawn (双随机抽中), by id, and the day from which a visit is the one that the draw asks for.
/// </param>
public sealed class Candidates(
    PlanProfile profile, Period period, DateOnly day, IReadOnlyDictionary<string, DateOnly> drawn)
{
    /// <summary>Whose matter a complaint, an accident or a draw is, where no regime asks.</summary>
    public const string Triggered = "triggered", Draw = "draw";

    private const string Sandbox = "sandboxUntil", Must = "must";

    /// <param name="file">With all that was known on the day.</param>
    /// <param name="standings">Of that file on that day.</param>
    /// <param name="region">Where it is; null: not known, and nobody can visit it.</param>
    /// <returns>Null: nothing is asked of it.</returns>
    public Candidate? Of(CreditFile file, IReadOnlyList<Standing> standings, string? region)
    {
        var events = Mending.Settle(file.Events).Where(each => CreditFile.Dated(each) <= day)
            .OrderDescending(EventOrder.Dated).ToList();
        var demands = standings.Select(DemandOf).OfType<Demand>()
            .Concat(TriggersOf(events)).Concat(DrawsOf(file.Subject, events)).ToList();
        if (demands.Count == 0 || profile.UnitOf(region) is not { } unit)
        {
            return null;
        }

        var graded = standings.FirstOrDefault(each => each.Regime == profile.GradedBy && each.Applies);
        var visits = events.Where(each => profile.Visits.Any(pattern => pattern.Fits(each))).ToList();
        return new Candidate(file.Subject, unit, demands)
        {
            Name = Registration.Of(file).On(day).Name,
            Tier = graded?.Tier,
            Points = graded?.Points?.Value ?? 0,
            VisitCap = CapOf(standings),
            VisitsUsed = visits.Count(each => CreditFile.Dated(each).Year == period.From.Year
                && !profile.NotCounted.Any(pattern => pattern.Fits(each))),
            SandboxUntil = events.Where(each => each.Kind.Name == SubjectView.ProfileKind)
                .Select(each => each[Sandbox]).OfType<DateOnly>().Cast<DateOnly?>().FirstOrDefault(),
            HigherCheckOn = visits.Where(each => profile.HigherChecks.Any(pattern => pattern.Fits(each)))
                .Select(each => (DateOnly?)CreditFile.Dated(each)).FirstOrDefault(),
        };
    }

    /// <summary>When an object was visited last; null: never, or that is not known.</summary>
    public DateOnly? LastVisitOf(CreditFile file) => Mending.Settle(file.Events)
        .Where(each => profile.Visits.Any(pattern => pattern.Fits(each)))
        .Select(each => (DateOnly?)CreditFile.Dated(each)).Where(on => on <= day).Max();

    /// <summary>Null: the regime asks nothing, or nothing on a day of the period.</summary>
    private Demand? DemandOf(Standing standing)
    {
        if (standing is not { Applies: true, Frequency: { } frequency })
        {
            return null;
        }

        var isKey = frequency[FrequencyField.KeySupervision] is true;
        var cause = isKey ? Cause.KeySupervision
            : frequency.Due < period.From ? Cause.Overdue
            : Must.Equals(frequency[FrequencyField.Priority]) ? Cause.Must
            : Cause.Window;
        var demand = new Demand(
            standing.Regime, cause, frequency.Opens, frequency.Due, profile.PersonDaysOf(standing.Regime));
        return frequency is { Opens: null, Due: null } && !isKey || demand.Within(period) is null
            ? null : demand;
    }

    /// <summary>Complaints and accidents into which no visit has looked since.</summary>
    private IEnumerable<Demand> TriggersOf(IReadOnlyList<RegulatoryEvent> latestFirst)
    {
        var open = latestFirst
            .TakeWhile(each => !profile.Visits.Any(pattern => pattern.Fits(each)))
            .Any(each => profile.Triggers.Any(pattern => pattern.Fits(each))
                && CreditFile.Dated(each).AddDays(profile.TriggerDays) >= day);
        return open
            ? [new Demand(Triggered, Cause.Triggered, null, null, profile.PersonDaysOf(Triggered))] : [];
    }

    /// <summary>A draw asks for one visit, and asks no more once it was made.</summary>
    private IEnumerable<Demand> DrawsOf(Subject subject, IEnumerable<RegulatoryEvent> events) =>
        drawn.TryGetValue(subject.Id, out var from) && !events.Any(each =>
            CreditFile.Dated(each) >= from && profile.Visits.Any(pattern => pattern.Fits(each)))
        ? [new Demand(Draw, Cause.Drawn, null, null, profile.PersonDaysOf(Draw))] : [];

    /// <summary>The least that a regime allows; a part of a visit is none.</summary>
    private static int? CapOf(IEnumerable<Standing> standings) => standings
        .Where(each => each.Applies).Select(each => (decimal?)each.Frequency?[FrequencyField.VisitCap])
        .Min() is { } least ? (int)Math.Min(int.MaxValue, Math.Floor(least)) : null;
}
