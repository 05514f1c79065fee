using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RandomDraws;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Planning;

/// <summary>What a plan is asked for.</summary>
/// <param name="Region">Digits; empty: all.</param>
/// <param name="Capacity">Person-days of each unit; null: those of the inspectors.</param>
public sealed record PlanWish(
    Period Quarter, string Region, string Profile, decimal? Capacity, string Reason);

/// <summary>
/// Makes plans out of the record: files, standings of today, and the register of inspectors.
/// </summary>
public sealed class PlanDrafting(
    IRecordQuestions record, SubjectQuestions questions, InspectorRoll inspectors, DrawLists draws,
    Shelf shelf,
    TimeProvider clock)
{
    /// <summary>Subjects that are looked at for one plan.</summary>
    public const int Most = 20_000;

    private const int Portion = 1_000;
    private const int AtATime = 4;

    public IReadOnlyDictionary<string, PlanProfile> Profiles() => PlanProfileReader.Read(
        shelf.State.Documents, shelf.Book.Catalogue, new List<Flaw>());

    /// <summary>The hash of the rules in use.</summary>
    public string Book => shelf.Book.Hash;

    /// <returns>The plan, or why there is none.</returns>
    public async Task<(VisitPlan? Plan, PlanHeader? Header, PlanFault? Fault)> MakeAsync(PlanWish wish)
    {
        var (ground, fault) = await GroundAsync(wish);
        return ground is null ? (null, null, fault)
            : (Planner.Plan(ground.Question, ground.Candidates), new PlanHeader(
                wish.Quarter, wish.Region, wish.Profile, wish.Capacity, clock.Today(), shelf.Book.Hash,
                ground.Subjects, wish.Reason), null);
    }

    /// <summary>Plans anew what a plan still has before it, by what is known today.</summary>
    /// <returns>The plan and what changes, or why there is none.</returns>
    public async Task<(Replanned? Plan, PlanFault? Fault)> MakeAnewAsync(ProposedPlan plan)
    {
        var header = plan.Header;
        var (ground, fault) = await GroundAsync(new PlanWish(
            header.Period, header.Region, header.Profile, header.Capacity, header.Reason));
        var decided = plan.Edits.GroupBy(each => each.Subject)
            .ToDictionary(each => each.Key, each => each.Last().Week);
        return ground is null ? (null, fault) : (Replanning.Of(
            plan.Plan!, ground.Question,
            new KnownSince(ground.Candidates, ground.LastVisits, decided)), null);
    }

    /// <summary>
    /// Who may go where by the register of today; null: the plan is made for person-days without a register.
    /// </summary>
    public async Task<Crews?> CrewsAsync(PlanHeader header) =>
        header.Capacity is null && Profiles().GetValueOrDefault(header.Profile) is { } profile
            ? CrewsOf(
                (await inspectors.CurrentAsync())?.Register, profile, header.Period,
                await draws.ToVisitAsync(header.Period.To), shelf.Book) : null;

    /// <summary>
    /// The visits still to come of which somebody who is to make them must avoid the object by now, is away
    /// or is registered no more.
    /// </summary>
    public async Task<IReadOnlyList<PlannedVisit>> UnsoundAsync(ProposedPlan plan)
    {
        var header = plan.Header;
        var (today, weeks) = (clock.Today(), header.Period.Weeks());
        var crews = header.Capacity is null
            && Profiles().GetValueOrDefault(header.Profile) is { } profile
            ? CrewsOf(
                (await inspectors.CurrentAsync())?.Register, profile, header.Period,
                new Dictionary<string, DrawnVisit>(), shelf.Book) : null;
        return crews is null ? []
            : [.. plan.Plan!.Visits.Where(each => weeks[each.Week].To >= today && !crews.IsSound(each))];
    }

    private static Crews? CrewsOf(
        InspectorRegister? register, PlanProfile profile, Period period,
        IReadOnlyDictionary<string, DrawnVisit> drawn, RuleBook book) =>
        profile.Inspectors is { } each && register is not null
            ? new Crews(
                register, profile, period, book.WorkingDays, each,
                drawn.ToDictionary(of => of.Key, of => of.Value.Inspectors)) : null;

    /// <summary>All that a plan is made of, or why there is none.</summary>
    private async Task<(Ground? Ground, PlanFault? Fault)> GroundAsync(PlanWish wish)
    {
        var (today, book) = (clock.Today(), shelf.Book);
        var profile = Profiles().GetValueOrDefault(wish.Profile);
        var register = wish.Capacity is null ? (await inspectors.CurrentAsync())?.Register : null;
        var subjects = profile is null ? [] : await SubjectsAsync(wish.Region);
        var fault = profile is null ? PlanFault.NoProfile
            : wish.Quarter.To < today ? PlanFault.PeriodPast
            : wish.Capacity is null && register is null ? PlanFault.NoInspectors
            : subjects.Count > Most ? PlanFault.TooMany(Most) : null;
        if (fault is not null)
        {
            return (null, fault);
        }

        var drawn = await draws.ToVisitAsync(wish.Quarter.To);
        var (candidates, visits) = await CandidatesAsync(
            subjects,
            new Candidates(
                profile!, wish.Quarter, today, drawn.ToDictionary(each => each.Key, each => each.Value.From)),
            today);
        var question = new PlanQuestion(
            wish.Quarter, profile!.Rule, Units(wish, profile, register, candidates, book))
        {
            FirstDay = wish.Quarter.From > today ? null : today.AddDays(1),
            Crews = CrewsOf(register, profile, wish.Quarter, drawn, book),
        };
        return (new Ground(question, candidates, visits, subjects.Count), null);
    }

    private static IReadOnlyList<UnitCapacity> Units(
        PlanWish wish, PlanProfile profile, InspectorRegister? register, IEnumerable<Candidate> candidates,
        RuleBook book) => register is null
        ? Capacities.Even(
            candidates.Select(each => each.Unit).Distinct(), wish.Capacity!.Value, wish.Quarter,
            book.WorkingDays)
        :
        [
            .. Capacities.Of(register, profile, wish.Quarter, book.WorkingDays)
                .Where(each => each.Unit.StartsWith(wish.Region, StringComparison.Ordinal)),
        ];

    /// <summary>All subjects that stand in any regime; of a region where one is asked for.</summary>
    public async Task<HashSet<Subject>> SubjectsAsync(string region)
    {
        var subjects = new HashSet<Subject>();
        for (var after = default(StandingKey?); ;)
        {
            var page = await record.StandingsAsync(new StandingQuery(Portion)
            {
                Region = region.Length == 0 ? null : region, After = after, HeadsOnly = true,
            });
            subjects.UnionWith(page.Select(each => each.Subject));
            if (page.Count < Portion || subjects.Count > Most)
            {
                return subjects;
            }

            after = page[^1].Key;
        }
    }

    private async Task<(List<Candidate> Candidates, Dictionary<Subject, DateOnly> LastVisits)>
        CandidatesAsync(IEnumerable<Subject> subjects, Candidates maker, DateOnly today)
    {
        var (found, visits) = (new List<Candidate>(), new Dictionary<Subject, DateOnly>());
        foreach (var some in subjects.Chunk(AtATime))
        {
            var made = await Task.WhenAll(some.Select(async subject =>
            {
                var file = await questions.OpenAsync(subject, null, Sight.Masked);
                var region = (await record.FileAsync(subject))?.Region;
                return (
                    Subject: subject, Visited: maker.LastVisitOf(file.File),
                    Candidate: maker.Of(file.File, [.. file.Assess(today).Standings], region));
            }));
            found.AddRange(made.Select(each => each.Candidate).OfType<Candidate>());
            foreach (var (subject, visited, _) in made.Where(each => each.Visited is not null))
            {
                visits[subject] = visited!.Value;
            }
        }

        return (found, visits);
    }

    private sealed record Ground(
        PlanQuestion Question, IReadOnlyList<Candidate> Candidates,
        IReadOnlyDictionary<Subject, DateOnly> LastVisits, int Subjects);
}
