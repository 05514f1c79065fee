using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>How a rule was judged: whether it held, what each part of its condition came to.</summary>
/// <param name="Rule">Its name in the workflow.</param>
/// <param name="Place">Where its condition stands in the rules.</param>
/// <param name="Condition">One reading for each expression of the condition.</param>
/// <param name="Results">The properties that were reckoned, by name.</param>
public sealed record RuleAccount(
    string Rule, string? Citation, Place Place, bool Holds,
    IReadOnlyList<Reading> Condition, IReadOnlyList<KeyValuePair<string, Reading>> Results)
{
    /// <summary>What people call it; null: it has only its name.</summary>
    public Wording? Title { get; init; }

    /// <summary>
    /// False: it has no answer, or what was asked before it had decided, so that nobody asked.
    /// </summary>
    public bool Answered { get; init; } = true;

    /// <summary>Whether it holds; null: that is not known.</summary>
    public bool? Answer => Answered ? Holds : null;

    /// <summary>
    /// What of its condition has no answer, and where; the rest may have decided all the same.
    /// </summary>
    public IReadOnlyList<Flaw> Flaws { get; init; } = [];
}

/// <summary>Why a duty arose, and what of it is still awaited.</summary>
/// <param name="Duty">As it stands on the day.</param>
public sealed record DutyAccount(Duty Duty, RuleAccount Rule)
{
    /// <summary>
    /// What would fulfil it, with its values on the day; null: it is open no more, or nothing does.
    /// </summary>
    public Reading? Fulfilled { get; init; }

    /// <summary>Whether it was missed, and what it asked for was done afterwards.</summary>
    public bool IsDoneLate { get; init; }
}

/// <summary>An action in force, and the rule that took it; null: an authority recorded it.</summary>
public sealed record StepAccount(RunningStep Step, RuleAccount? Rule);

/// <summary>What came of one event: every rule that could have met it, and the entries made.</summary>
/// <param name="Pack">The version whose points rules judged it; null: none covers it.</param>
public sealed record EventAccount(
    Happening Happening, string? Pack, IReadOnlyList<RuleAccount> Rules,
    IReadOnlyList<EntryAccount> Entries)
{
    /// <summary>Where a later version weighed it: which judges it, and what the other gives.</summary>
    public IReadOnlyList<Weighing> Weighings { get; init; } = [];
}

/// <summary>
/// Why a subject stands where it stands in a regime: event, rule, article, the values of each
/// condition, points, total, rung, frequency. Made of the same judgements as the standing itself.
/// </summary>
public sealed record Explanation(Standing Standing)
{
    public Wording Title { get; init; }

    /// <summary>
    /// What kind of subject it is of, as the catalogue says it; null: the catalogue has no such kind.
    /// </summary>
    public SubjectKind? SubjectKind { get; init; }

    /// <summary>What the pack in force calls its tiers and named values; null: none is in force.</summary>
    public PackManifest? Manifest { get; init; }

    /// <summary>What the rules that were heard of are called, by name.</summary>
    public IReadOnlyDictionary<string, Wording> RuleTitles { get; init; } = new Dictionary<string, Wording>();

    /// <summary>What a tier is called; null: it has only its code.</summary>
    public Wording? TierTitle(string? tier) =>
        tier is not null && Manifest?.Tiers.Titles.TryGetValue(tier, out var title) == true ? title : null;

    /// <summary>What a named value is called; null: it has only its name.</summary>
    public Wording? MeasureTitle(string name) =>
        Manifest?.Measures.TryGetValue(name, out var title) == true ? title : null;

    /// <summary>In the order taken in.</summary>
    public IReadOnlyList<EventAccount> Events { get; init; } = [];

    /// <summary>What could not be judged on the way, beyond what the standing's own flaws say.</summary>
    public IReadOnlyList<Flaw> Flaws { get; init; } = [];

    /// <summary>The rules about the subject itself, on the day.</summary>
    public IReadOnlyList<RuleAccount> Factors { get; init; } = [];

    /// <summary>The standing's duties, in its order.</summary>
    public IReadOnlyList<DutyAccount> Duties { get; init; } = [];

    /// <summary>
    /// Those of them that are still to be done on the day, by the subject or by the authority. One that was
    /// missed is not, where what its rule asks for has come about afterwards.
    /// </summary>
    /// <param name="of">"subject" or "authority".</param>
    public IEnumerable<DutyAccount> ToBeDoneBy(string of) => Duties.Where(each => each.Duty.Of == of
        && each.Duty.State != DutyState.Fulfilled && !(each.Duty.Opens > Standing.On)
        && !(each.Duty.State == DutyState.Missed && each.IsDoneLate));

    /// <summary>The standing's actions in force, in its order.</summary>
    public IReadOnlyList<StepAccount> Steps { get; init; } = [];

    /// <summary>How each named value was reckoned.</summary>
    public IReadOnlyList<KeyValuePair<string, Reading>> Measures { get; init; } = [];

    /// <summary>The rungs tried, down to the one that decided.</summary>
    public IReadOnlyList<RuleAccount> Rungs { get; init; } = [];

    public IReadOnlyList<RuleAccount> Frequency { get; init; } = [];

    /// <summary>What became of requests for repair, in the order taken in.</summary>
    public IReadOnlyList<RepairAnswer> Repairs { get; init; } = [];

    /// <summary>What time alone will bring.</summary>
    public Outlook Outlook { get; init; } = Outlook.Nothing;

    /// <summary>The provisions cited, by citation.</summary>
    public IReadOnlyDictionary<string, Provision> Provisions { get; init; } =
        new Dictionary<string, Provision>();
}
