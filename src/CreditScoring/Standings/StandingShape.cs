using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// What a standing says (architecture.md), each member declared once: its JSON, the names that cases may
/// expect and their schema, and what makes two standings equal follow.
/// </summary>
internal static class StandingShape
{
    public static readonly JsonShape<Entry> Entry = new(
        new("id", each => each.Id),
        new("event", each => each.Happened.Event.Id.ToString()),
        new("rule", each => each.Rule),
        new("points", each => each.Points.Value),
        new("from", each => each.From),
        new("lapsesOn", each => each.LapsesOn),
        new("citation", each => each.Citation));

    public static readonly JsonShape<Duty> Duty = new(
        new("duty", each => each.Name),
        new("of", each => each.Of),
        new("event", each => each.Happened.Event.Id.ToString()),
        new("opens", each => each.Opens),
        new("due", each => each.Due),
        new("state", each => each.StateName),
        new("flaw", (json, each) => FlawJson.Write(json, StandingFlaws.DueUnknown(each.DueUnknown!)))
        {
            Absent = each => each.DueUnknown is null,
        });

    public static readonly JsonShape<RunningStep> Step = new(
        new("step", each => each.Step), new("since", each => each.Since), new("until", each => each.Until));

    /// <summary>Who stands where and on what day: what a record keeps in columns of its own.</summary>
    public static readonly IReadOnlyList<StandingMember> Head =
    [
        new("subject", each => each.Standing.Subject.Id),
        new("kind", each => each.Standing.Subject.Kind),
        new("regime", each => each.Standing.Regime),
        new("pack", each => each.Standing.Pack)
        {
            Weight = 10, IsSame = (left, right) => left.Pack == right.Pack,
        },
        new("status", each => each.Standing.Status)
        {
            Weight = 11, IsSame = (left, right) => left.Status == right.Status,
        },
        new("on", each => each.Standing.On),
        new("knownAt", each => each.KnownAt),
        new("revision", each => each.Revision) { Absent = each => each.Revision is null },
    ];

    /// <summary>What is the same on every day until the standing changes.</summary>
    public static readonly IReadOnlyList<StandingMember> Rest =
    [
        new("points", each => each.Standing.Points?.Value)
        {
            Weight = 2, IsSame = (left, right) => left.Points == right.Points,
        },
        new("measures", (json, each) => MeasuresJson.Write(json, each.Measures))
        {
            Weight = 8, IsSame = (left, right) => left.Measures.SequenceEqual(right.Measures),
        },
        new("tier", each => each.Standing.Tier)
        {
            Weight = 1, IsSame = (left, right) => left.Tier == right.Tier,
        },
        new("tierRule", each => each.Standing.TierRule)
        {
            Weight = 9, IsSame = (left, right) => left.TierRule == right.TierRule,
        },
        new("lockedUntil", each => each.Standing.LockedUntil)
        {
            Weight = 4, IsSame = (left, right) => left.LockedUntil == right.LockedUntil,
        },
        new("frequency", (json, each) => FrequencyJson.Write(json, each.Frequency))
        {
            Parts = [.. FrequencyField.All.Select(each => each.Name)],
            Weight = 3, IsSame = (left, right) => left.Frequency == right.Frequency,
        },
        new("duties", (json, each) => json.Array(each.Duties, Duty.Write))
        {
            Parts = Duty.Names,
            Weight = 5,
            IsSame = (left, right) => left.Duties.Select(Shown).SequenceEqual(right.Duties.Select(Shown)),
        },
        new("steps", (json, each) => json.Array(each.Steps, Step.Write))
        {
            Parts = Step.Names,
            Weight = 6, IsSame = (left, right) => left.Steps.SequenceEqual(right.Steps),
        },
        new("changesOn", each => each.Standing.ChangesOn),
        new("entries", (json, each) => json.Array(each.Entries, Entry.Write))
        {
            Parts = Entry.Names,
            Weight = 7,
            IsSame = (left, right) => left.Entries.Select(Shown).SequenceEqual(right.Entries.Select(Shown)),
        },
        new("flaws", (json, each) => json.Array(each.Flaws, FlawJson.Write))
        {
            Parts = FlawJson.Names,
            Weight = 12,
            IsSame = (left, right) => left.Flaws.Select(flaw => flaw.Name).SequenceEqual(
                right.Flaws.Select(flaw => flaw.Name)),
        },
    ];

    public static readonly IReadOnlyList<StandingMember> All = [.. Head, .. Rest];

    private static object Shown(Duty duty) =>
        (duty.Name, duty.Of, duty.Happened.Event.Id, duty.Opens, duty.Due, duty.State);

    private static object Shown(Entry entry) =>
        (entry.Id, entry.Points, entry.From, entry.LapsesOn, entry.Citation);
}
