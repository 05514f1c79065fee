using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>The listener that writes down what it hears, for an explanation.</summary>
internal sealed class Minutes : IJudgementListener
{
    private readonly List<Happening> order = [];
    private readonly Dictionary<Happening, Heard> heard = [];
    private readonly Dictionary<string, Entry> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Clearance> clearances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> restored = new(StringComparer.Ordinal);
    private readonly Dictionary<Entry, DateOnly> replaced = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Happening Fact, string Version, RuleAccount Account)> foreseen = [];
    private readonly List<DutyAccount> duties = [];
    private readonly Dictionary<RunningStep, RuleAccount> steps = [];
    private readonly List<RepairAnswer> requests = [];

    public List<KeyValuePair<string, Reading>> Measures { get; } = [];

    public List<RuleAccount> Factors { get; } = [];

    public List<RuleAccount> Rungs { get; } = [];

    public List<RuleAccount> Frequency { get; } = [];

    public void Took(Happening happening, RulePack? pack)
    {
        order.Add(happening);
        heard.Add(happening, new Heard(pack?.Version, [], [], []));
    }

    public void Judged(PointsRule rule, RulePack pack, Scene scene, bool hit, Entry? made)
    {
        var account = heard[scene.Happened!];
        account.Rules.Add(Told(rule, scene, hit));
        if (made is not null)
        {
            account.Entries.Add(made);
        }
    }

    private static RuleAccount Told(PointsRule rule, Scene scene, bool hit) => RuleTelling.Of(
        rule, scene, hit, (RuleProperties.Points, rule.Points), (RuleProperties.LapsesOn, rule.LapsesOn));

    public void Cleared(IReadOnlyList<Entry> entries, PointsRule rule, Scene scene)
    {
        foreach (var entry in entries)
        {
            clearances.TryAdd(entry.Id, new Clearance(scene.Happened!, rule, scene.Day));
            restored.Remove(entry.Id);
        }
    }

    public void Restored(Entry entry, Scene scene)
    {
        clearances.Remove(entry.Id);
        restored[entry.Id] = scene.Day;
    }

    public void WouldHold(PointsRule rule, RulePack later, Scene scene) =>
        foreseen.Add((scene.Happened!, later.Version, Told(rule, scene, true)));

    public void Weighed(Weighing weighing, Scene scene)
    {
        var account = heard[weighing.Later.Fact];
        account.Weighings.Add(weighing);
        if (!weighing.TakesLater)
        {
            return;
        }

        foreach (var was in weighing.Was)
        {
            replaced[account.Entries.FindLast(made => made.Id == was.Entry.Id)!] = weighing.On;
            terms.Remove(was.Entry.Id);
        }

        account.Entries.AddRange(weighing.Becomes.Select(each => each.Entry));
        account.Rules.AddRange(foreseen
            .Where(each => (each.Fact, each.Version) == (weighing.Later.Fact, weighing.Later.By.Version))
            .Select(each => each.Account));
    }

    /// <summary>What another version than the event's own makes or made of it.</summary>
    public IEnumerable<EntryInTerm> OfLaterVersions =>
        heard.Values.SelectMany(each => each.Weighings).SelectMany(each => each.Becomes);

    public void Renewed(Entry entry) => terms[entry.Id] = entry;

    public void Arose(Duty duty, DutyRule rule, RulePack pack, Scene scene) => duties.Add(new DutyAccount(
        duty, RuleTelling.Of(
            rule, scene, true, (RuleProperties.Opens, rule.Opens), (RuleProperties.Due, rule.Due))));

    public void Awaited(Duty duty, DutyRule rule, Scene scene)
    {
        var place = PlaceOf(duty);
        duties[place] = duties[place] with { Fulfilled = rule.Fulfilled?.Explain(scene) };
    }

    private int PlaceOf(Duty duty) => duties.FindIndex(
        each => each.Duty.Name == duty.Name && each.Duty.Happened == duty.Happened);

    public void DoneLate(Duty duty)
    {
        var place = PlaceOf(duty);
        duties[place] = duties[place] with { IsDoneLate = true };
    }

    public void Stepped(RunningStep step, StepRule rule, RulePack pack, Scene scene) =>
        steps[step] = RuleTelling.Of(rule, scene, true, (RuleProperties.Until, rule.Until));

    public void Attributed(PointsRule rule, RulePack pack, Scene scene, bool hit) =>
        Factors.Add(RuleTelling.Of(rule, scene, hit, (RuleProperties.Points, rule.Points)));

    public void Requested(RepairRule rule, RulePack pack, Scene scene, bool granted) => requests.Add(
        new RepairAnswer(scene.Happened!, granted, RuleTelling.Conditions(rule, scene), null)
        {
            TakesEffect = pack.Manifest.RepairTakesEffect,
        });

    /// <summary>The requests as heard, each with the decision on it.</summary>
    public IEnumerable<RepairAnswer> Answers() => requests.Select(answer =>
        answer.TakesEffect == RepairEffect.OnRequest ? answer : Decided(answer));

    /// <summary>
    /// A grant that stands is the decision; where all were taken back, what was decided since, else the last
    /// of them; where nothing was granted, the last refusal that stands.
    /// </summary>
    private RepairAnswer Decided(RepairAnswer answer)
    {
        var decisions = order.FindAll(
            each => each.Kind == RaisedKinds.RepairDecision && each.ActsOn == answer.Request);
        var grants = decisions.FindAll(each => order.Exists(raised => RaisedKinds.IsGrantBy(raised, each)));
        var standing = decisions.FindAll(each => TakingBack(each) is null);
        var grant = grants.Find(standing.Contains);
        var undone = grants.FindLast(each => !standing.Contains(each));
        var since = grant is not null || undone is null ? null
            : standing.FindLast(each => order.IndexOf(each) > order.IndexOf(TakingBack(undone)!));
        var decision = grant ?? since ?? undone ?? standing.LastOrDefault();
        return Taken(answer, decisions.Count > 0) with
        {
            Decision = decision,
            TookEffect = decision is not null && grants.Contains(decision),
            TakenBack = decision == undone && undone is not null ? TakingBack(undone) : null,
            Undone = decision == undone ? null : undone,
            UndoneBy = decision == undone || undone is null ? null : TakingBack(undone),
        };
    }

    /// <summary>With that it was not taken in, where nothing was decided on it.</summary>
    private RepairAnswer Taken(RepairAnswer answer, bool isDecided)
    {
        var taken = order.FindLast(
            each => each.Kind == RaisedKinds.RequestTaken && each.ActsOn == answer.Request);
        return answer with
        {
            TurnedAway = !isDecided && taken?[RaisedKinds.AcceptedField] is false
                && TakingBack(taken) is null ? taken : null,
        };
    }

    /// <summary>What took an act of the authority back; null: it stands.</summary>
    private Happening? TakingBack(Happening deed) => order.Find(
        each => each.Kind == RaisedKinds.RepairRevoked && each.ActsOn == deed);

    public void Reckoned(NamedValue named, Scene scene) =>
        Measures.Add(KeyValuePair.Create(named.Name, named.Formula.Explain(scene)));

    public void Tried(TierRule rule, RulePack pack, Scene scene, bool hit)
    {
        var locked = Rungs.Exists(earlier => earlier.Results.Any(
            result => result.Key == RuleProperties.LockedUntil.Name));
        Rungs.Add(RuleTelling.Of(
            rule, scene, hit, (RuleProperties.LockedUntil, locked ? null : rule.LockedUntil),
            (RuleProperties.NoBetterThan, rule.NoBetterThan),
            (RuleProperties.NoWorseThan, rule.NoWorseThan)));
    }

    /// <summary>Only what a hit decides is told: what an earlier one said stands.</summary>
    public void Tried(FrequencyRule rule, RulePack pack, Scene scene, bool hit)
    {
        var account = RuleTelling.Of(
            rule, scene, hit, [.. FrequencyField.All.Where(field => !field.IsWritten)
                .Select(field => (field.Property, rule[field]?.Formula))]);
        var decided = Frequency.SelectMany(earlier => earlier.Results).Select(result => result.Key)
            .ToHashSet();
        Frequency.Add(account with
        {
            Results = [.. account.Results.Where(result => !decided.Contains(result.Key))],
        });
    }

    /// <summary>Every rule it heard of.</summary>
    public IEnumerable<RuleAccount> Rules => heard.Values.SelectMany(each => each.Rules)
        .Concat(duties.Select(each => each.Rule)).Concat(steps.Values).Concat(Factors).Concat(Rungs)
        .Concat(Frequency).Concat(requests.SelectMany(each => each.Conditions).Select(each => each.Account));

    /// <param name="register">The entries at the end of the walk; null: it did not come to an end.</param>
    public IReadOnlyList<EventAccount> Events(Standing standing, EntryBook? register)
    {
        var reasons = new EntryReasons(standing, register, terms, clearances, restored);
        return [.. order.Select(each => new EventAccount(
            each, heard[each].Pack, heard[each].Rules,
            [.. heard[each].Entries.Select(made => replaced.TryGetValue(made, out var day)
                ? new EntryAccount(made, EntryState.Replaced) { On = day } : reasons.Of(made))])
            {
                Weighings = heard[each].Weighings,
            })];
    }

    /// <summary>
    /// The standing's duties with their accounts; both are in the order in which they arose.
    /// </summary>
    public IReadOnlyList<DutyAccount> Duties(Standing standing) =>
        [.. standing.Duties.Zip(duties, (duty, account) => account with { Duty = duty })];

    public IReadOnlyList<StepAccount> Steps(Standing standing) =>
        [.. standing.Steps.Select(step => new StepAccount(step, TakenAs(step)))];

    /// <summary>One that was recorded, and goes on under a rule, was taken by none.</summary>
    private RuleAccount? TakenAs(RunningStep step) => steps.GetValueOrDefault(step);

    private sealed record Heard(
        string? Pack, List<RuleAccount> Rules, List<Entry> Entries, List<Weighing> Weighings);
}
