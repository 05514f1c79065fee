using System.Text;
using CreditScoring.Draws;
using CreditScoring.Law.Calendars;

namespace CreditScoring.Planning;

/// <summary>
/// Who of a unit may make which visit (检查人员派组): who need not avoid its object (回避) and is there on a
/// working day of the week. Each visit is given to those who have least to do.
/// </summary>
public sealed class Crews
{
    private readonly Period period;
    private readonly WorkingDays workingDays;
    private readonly int each;
    private readonly IReadOnlyList<Period> weeks;
    private readonly ILookup<string?, Inspector> units;
    private readonly Dictionary<string, Inspector> all;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> drawn;

    /// <param name="each">How many make one visit.</param>
    /// <param name="drawn">
    /// Who was drawn for an object (随机选派), by its id: they go there, and nobody else does.
    /// </param>
    public Crews(
        InspectorRegister register, PlanProfile profile, Period period, WorkingDays workingDays, int each,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? drawn = null)
    {
        this.drawn = drawn ?? new Dictionary<string, IReadOnlyList<string>>();
        all = register.All.ToDictionary(inspector => inspector.Id, StringComparer.Ordinal);
        this.period = period;
        this.workingDays = workingDays;
        this.each = each;
        weeks = period.Weeks();
        units = register.All.ToLookup(inspector => profile.UnitOf(inspector.Region));
    }

    /// <summary>Whether enough of its unit may make a visit in a week.</summary>
    public bool MayGo(Visit visit, int week) => DrawnFor(visit) is { } crew
        ? crew.All(who => MayGo(who, visit, week)) : Able(visit, week).Take(each).Count() == each;

    /// <summary>
    /// Whether a visit cannot be made because too many of its unit have to avoid its object, or are away.
    /// </summary>
    public bool IsAvoided(Visit visit) =>
        (DrawnFor(visit) is not null || units[visit.Candidate.Unit].Take(each).Count() == each)
        && Enumerable.Range(0, weeks.Count).Where(week => weeks[week].And(visit.Days) is not null)
            .All(week => !MayGo(visit, week));

    /// <summary>
    /// Who goes to an object in a week that somebody chose for it by hand, also outside of its days: who was
    /// drawn for it, else those who have least to do beside what they have.
    /// </summary>
    /// <param name="visits">To one object; the same persons make them all.</param>
    /// <param name="others">All other visits of the plan, with who makes them.</param>
    /// <returns>By id; empty: too few may go there in that week.</returns>
    public IReadOnlyList<string> Chosen(
        IReadOnlyList<Visit> visits, int week, IEnumerable<PlannedVisit> others)
    {
        if (visits.Select(DrawnFor).FirstOrDefault(crew => crew is not null) is { } drawn)
        {
            return drawn.All(who => visits.All(visit => MayGo(who, visit, week)))
                ? [.. drawn.Select(who => who.Id)] : [];
        }

        var load = all.Keys.ToDictionary(id => id, _ => 0m);
        foreach (var (planned, id) in others.SelectMany(planned => planned.Inspectors
            .Where(load.ContainsKey).Select(id => (planned, id))))
        {
            load[id] += planned.Visit.PersonDays / each;
        }

        var able = units[visits[0].Candidate.Unit]
            .Where(who => visits.All(visit => MayGo(who, visit, week))).OrderBy(who => load[who.Id])
            .ThenBy(who => Turn(new PlannedVisit(visits[0], week), who)).Take(each).Select(who => who.Id)
            .ToList();
        return able.Count < each ? [] : able;
    }

    /// <summary>
    /// Whether all who are to make a visit are registered, need not avoid its object and are there in its
    /// week; also where nobody is assigned.
    /// </summary>
    public bool IsSound(PlannedVisit planned) => planned.Inspectors.All(
        id => all.TryGetValue(id, out var who) && MayGo(who, planned.Visit, planned.Week));

    /// <summary>How many of its unit need not avoid an object; they may be away in some weeks.</summary>
    public int FreeFor(Visit visit) =>
        units[visit.Candidate.Unit].Count(who => !who.Avoids.Contains(visit.Candidate.Subject.Id));

    /// <summary>The weeks in which enough may go there, whether there is room or not.</summary>
    public IReadOnlyList<int> WeeksFor(Visit visit) =>
        [.. Enumerable.Range(0, weeks.Count).Where(week => MayGo(visit, week))];

    /// <summary>
    /// The same visits with who makes them: those who had them already and still may, else those who have
    /// least to do by then, in person-days. Who was drawn for an object goes there.
    /// </summary>
    /// <param name="visits">In any order.</param>
    public IReadOnlyList<PlannedVisit> Assigned(IReadOnlyList<PlannedVisit> visits)
    {
        var load = units.SelectMany(unit => unit).ToDictionary(who => who.Id, _ => 0m);
        var crews = new Dictionary<PlannedVisit, IReadOnlyList<string>>(ReferenceEqualityComparer.Instance);
        foreach (var planned in visits)
        {
            if (DrawnFor(planned.Visit) is { } crew)
            {
                Give(planned, [.. crew.Select(who => who.Id)], crews, load);
            }
            else if (Stays(planned))
            {
                Give(planned, planned.Inspectors, crews, load);
            }
        }

        // First those for whom the fewest can go, so that they are not left with the most burdened.
        foreach (var planned in visits.Where(planned => !crews.ContainsKey(planned))
            .OrderBy(planned => planned.Week)
            .ThenBy(planned => Able(planned.Visit, planned.Week).Count())
            .ThenBy(planned => FormerVisit.KeyOf(planned.Visit).Subject.Id, StringComparer.Ordinal))
        {
            var able = Able(planned.Visit, planned.Week).OrderBy(who => load[who.Id])
                .ThenBy(who => Turn(planned, who)).Take(each).Select(who => who.Id).ToList();
            Give(planned, able.Count < each ? [] : able, crews, load);
        }

        return [.. visits.Select(planned => planned with { Inspectors = crews[planned] })];
    }

    /// <summary>Whether who had it still may make it in its week.</summary>
    private bool Stays(PlannedVisit planned) => planned.Inspectors.Count == each
        && planned.Inspectors.All(id => Able(planned.Visit, planned.Week).Any(who => who.Id == id));

    private void Give(
        PlannedVisit planned, IReadOnlyList<string> crew,
        Dictionary<PlannedVisit, IReadOnlyList<string>> crews, Dictionary<string, decimal> load)
    {
        crews.Add(planned, crew);
        foreach (var id in crew)
        {
            load[id] += planned.Visit.PersonDays / each;
        }
    }

    /// <summary>Null: nobody was drawn for it, or not all of them are registered any more.</summary>
    private List<Inspector>? DrawnFor(Visit visit) =>
        visit.Matters.Any(matter => matter.Cause == Cause.Drawn)
        && drawn.TryGetValue(visit.Candidate.Subject.Id, out var ids) && ids.Count > 0
        && ids.All(all.ContainsKey) ? [.. ids.Select(id => all[id])] : null;

    private IEnumerable<Inspector> Able(Visit visit, int week) =>
        units[visit.Candidate.Unit].Where(who => MayGo(who, visit, week));

    /// <remarks>A week that is none of its days somebody has chosen by hand: all of it counts.</remarks>
    private bool MayGo(Inspector who, Visit visit, int week) =>
        !who.Avoids.Contains(visit.Candidate.Subject.Id)
        && IsThere(who, weeks[week].And(visit.Days) ?? weeks[week]);

    private bool IsThere(Inspector who, Period days)
    {
        for (var day = days.From; day <= days.To; day = day.AddDays(1))
        {
            if (Capacities.IsWorked(day, workingDays) && !Capacities.IsAway(who, day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Mixes pairs: by the letters of object and inspector, which nobody has chosen.</summary>
    private static Digest Turn(PlannedVisit planned, Inspector who) => Digest.Of(
        Encoding.UTF8.GetBytes($"{planned.Visit.Candidate.Subject}\n{planned.Week}\n{who.Id}"));
}
