using System.Security.Cryptography;
using CreditScoring.Enterprises;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Planning;

/// <summary>What came of something that was asked of a plan.</summary>
/// <param name="Plan">As it is now; null: there is none.</param>
/// <param name="Fault">Why it was not done; null: it was.</param>
public sealed record PlanDecision(ProposedPlan? Plan, PlanFault? Fault = null);

/// <summary>
/// Where a scheduler proposes a plan and another person approves it (计划须另一人批准); what is changed after
/// its publication is an act of its own, with its reason.
/// </summary>
public sealed class PlanDesk(
    IWorkingRecord work, IRecordQuestions record, PlanDrafting drafting, Settings settings,
    TimeProvider clock)
{
    private const int IdDigits = 16;
    private const int LongestReason = 500;
    private const int Listed = 50;

    /// <summary>More acts than a plan can have.</summary>
    private const int MostActs = 10_000;

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The last ones, with their headers alone; the latest first.</summary>
    /// <param name="scope">Those of other regions are left out.</param>
    public async Task<IReadOnlyList<ProposedPlan>> LatestAsync(RegionScope scope)
    {
        var proposed = await record.ActsAsync(
            new ActQuery(0, Listed)
            {
                What = PlanActs.Proposed, LastFirst = true, Region = scope.IsAll ? null : scope.Digits,
            });
        var plans = new List<ProposedPlan>();
        foreach (var each in proposed.Where(each => scope.Covers(each.Act.Region)))
        {
            var steps = new List<KeptAct>();
            foreach (var what in PlanActs.Steps.Keys)
            {
                steps.AddRange(await record.ActsAsync(
                    new ActQuery(0, MostActs) { Target = each.Act.Target, What = what }));
            }

            plans.Add(PlanActs.Of(steps.OrderBy(step => step.Position).Prepend(each))!);
        }

        return plans;
    }

    /// <returns>Null: there is none of this id, or it is of another region.</returns>
    public async Task<ProposedPlan?> FindAsync(string id, RegionScope scope) =>
        await FindAsync(id) is { } plan && scope.Covers(plan.Header.Region) ? plan : null;

    /// <summary>Makes a plan and proposes it, which binds nobody yet.</summary>
    public async Task<PlanDecision> ProposeAsync(PlanWish wish, Caller by)
    {
        if (IsNoReason(wish.Reason))
        {
            return new PlanDecision(null, PlanFault.NoReason);
        }

        var (plan, header, fault) = await drafting.MakeAsync(wish);
        if (fault is not null)
        {
            return new PlanDecision(null, fault);
        }

        var id = RandomNumberGenerator.GetHexString(IdDigits, lowercase: true);
        var proposed = new ProposedPlan(id, header!)
        {
            By = by.Actor, At = clock.GetUtcNow(), Plan = plan,
        };
        await work.KeepAsync(PlanActs.Of(proposed), clock);
        return new PlanDecision(proposed);
    }

    /// <summary>Puts what was left out of an object into a week, or leaves its visits out.</summary>
    /// <param name="week">From 0; null: it is left out.</param>
    public async Task<PlanDecision> EditAsync(
        string id, Subject subject, int? week, string reason, Caller by, RegionScope scope)
    {
        var crews = week is not null && await FindAsync(id, scope) is { } seen
            ? await drafting.CrewsAsync(seen.Header) : null;
        return await DecideAsync(id, scope, plan =>
        {
            var isThere = week is null
                ? plan.Plan!.Visits.Any(each => each.Visit.Candidate.Subject == subject)
                : plan.Plan!.Rest.Any(each => each.Visit.Candidate.Subject == subject)
                    && week >= 0 && week < plan.Plan.Period.Weeks().Count;
            var fault = !plan.MayBeEdited ? PlanFault.NotNow
                : IsNoReason(reason) ? PlanFault.NoReason : isThere ? null : PlanFault.NoVisit;
            var crew = fault is null && week is { } at && crews is not null
                ? CrewOf(plan.Plan!, subject, at, crews, out fault) : [];
            return (fault, [PlanActs.Of(
                plan, new PlanEdit(subject, week, OneLine(reason), by.Actor, clock.GetUtcNow())
                {
                    Inspectors = crew,
                })]);
        });
    }

    /// <summary>Who makes what is put into a week by hand, or why nobody may.</summary>
    private static IReadOnlyList<string> CrewOf(
        VisitPlan plan, Subject subject, int week, Crews crews, out PlanFault? fault)
    {
        var visits = plan.Rest.Select(each => each.Visit)
            .Where(each => each.Candidate.Subject == subject).ToList();
        var crew = crews.Chosen(visits, week, plan.Visits);
        fault = crew.Count > 0 ? null
            : PlanFault.NoCrew(week, crews.FreeFor(visits[0]), crews.WeeksFor(visits[0]));
        return crew;
    }

    /// <summary>Another person approves it as it is.</summary>
    /// <param name="seen">So many edits that one has seen.</param>
    public async Task<PlanDecision> ApproveAsync(string id, int seen, Caller by, RegionScope scope)
    {
        var unsound = await UnsoundAsync(id, scope);
        return await DecideAsync(id, scope, plan => (
            HindranceOf(plan, by) ?? (plan.Edits.Count != seen ? PlanFault.Changed : unsound),
            [StepOf(plan, PlanState.Approved, null, by)]));
    }

    /// <summary>Why nobody may put it in force, by the register of inspectors of now; null: may.</summary>
    private async Task<PlanFault?> UnsoundAsync(string id, RegionScope scope) =>
        await FindAsync(id, scope) is { Plan: not null } plan
            && (await drafting.UnsoundAsync(plan)).Count is > 0 and var count
            ? PlanFault.Unsound(count) : null;

    public Task<PlanDecision> RefuseAsync(string id, string reason, Caller by, RegionScope scope) =>
        DecideAsync(id, scope, plan => (
            plan.State != PlanState.Proposed ? PlanFault.NotNow
                : IsNoReason(reason) ? PlanFault.NoReason : null,
            [StepOf(plan, PlanState.Refused, OneLine(reason), by)]));

    public Task<PlanDecision> WithdrawAsync(string id, Caller by, RegionScope scope) =>
        DecideAsync(id, scope, plan => (
            plan.State is not (PlanState.Proposed or PlanState.Approved) ? PlanFault.NotNow
                : plan.By != by.Actor ? PlanFault.NotOwn : null,
            [StepOf(plan, PlanState.Withdrawn, null, by)]));

    public async Task<PlanDecision> PublishAsync(string id, Caller by, RegionScope scope)
    {
        var unsound = await UnsoundAsync(id, scope);
        return await DecideAsync(id, scope, plan => (
            plan.State != PlanState.Approved ? PlanFault.NotNow : unsound,
            [StepOf(plan, PlanState.Published, null, by)]));
    }

    /// <summary>
    /// Plans a plan in force anew, by what is known today: each change says why, and nothing changes that
    /// need not.
    /// </summary>
    public async Task<PlanDecision> ReviseAsync(string id, string reason, Caller by, RegionScope scope)
    {
        var seen = await FindAsync(id, scope);
        var fault = seen is null ? PlanFault.Unknown
            : seen.State != PlanState.Published ? PlanFault.NotNow
            : IsNoReason(reason) ? PlanFault.NoReason : null;
        if (fault is not null)
        {
            return new PlanDecision(seen, fault);
        }

        var (anew, why) = await drafting.MakeAnewAsync(seen!);
        return anew is null ? new PlanDecision(seen, why) : await DecideAsync(id, scope, plan => (
            plan.State != PlanState.Published ? PlanFault.NotNow
                : plan.Edits.Count != seen!.Edits.Count || plan.Revisions.Count != seen.Revisions.Count
                    ? PlanFault.Changed
                : anew.Changes.Count == 0 ? PlanFault.Unchanged : null,
            PlanActs.Of(
                plan, new PlanRevision(
                    clock.Today(), drafting.Book, OneLine(reason), anew.Changes, by.Actor,
                    clock.GetUtcNow()), anew.Plan)));
    }

    /// <summary>
    /// Why somebody may not approve a plan; null: may. Persons are compared as acts name them. Where nobody
    /// has to say who he is, it is allowed and the act says so.
    /// </summary>
    public PlanFault? HindranceOf(ProposedPlan plan, Caller by) =>
        plan.State != PlanState.Proposed ? PlanFault.NotNow
        : IsApart(plan, by) ? null
        : by != Caller.Anybody && plan.Hands.Contains(by.Actor) ? PlanFault.SamePerson
        : settings.WantsKeys ? PlanFault.NobodyKnown : null;

    /// <summary>Whether it is known that somebody is another person than all who made a plan.</summary>
    public static bool IsApart(ProposedPlan plan, Caller by) => by != Caller.Anybody
        && !plan.Hands.Contains(Caller.Anybody.Actor) && !plan.Hands.Contains(by.Actor);

    private async Task<PlanDecision> DecideAsync(
        string id, RegionScope scope,
        Func<ProposedPlan, (PlanFault? Fault, IReadOnlyList<Act> Acts)> decide)
    {
        await turn.WaitAsync();
        try
        {
            if (await FindAsync(id, scope) is null)
            {
                return new PlanDecision(null, PlanFault.Unknown);
            }

            await using var lead = await work.LeadSoonAsync(PlanActs.TargetOf(id));
            // Asked for once nobody else can decide: what was decided before is seen.
            var plan = (await FindAsync(id))!;
            var (fault, acts) = lead is null ? (PlanFault.Busy, []) : decide(plan);
            if (fault is not null)
            {
                return new PlanDecision(plan, fault);
            }

            await work.KeepAsync(acts, clock);
            return new PlanDecision(await FindAsync(id));
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<ProposedPlan?> FindAsync(string id) =>
        id.Length != IdDigits || !id.All(char.IsAsciiHexDigitLower) ? null
            : PlanActs.Of(await record.ActsAsync(
                new ActQuery(0, MostActs) { Target = PlanActs.TargetOf(id) }));

    private Act StepOf(ProposedPlan plan, PlanState state, string? reason, Caller by) => PlanActs.Of(
        plan, new PlanStep(state, by.Actor, clock.GetUtcNow(), reason, IsApart(plan, by)));

    private static bool IsNoReason(string reason) => reason.Trim().Length is 0 or > LongestReason;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
