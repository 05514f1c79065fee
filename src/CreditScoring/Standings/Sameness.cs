namespace CreditScoring.Standings;

/// <summary>
/// When two standings are equal: all that they say but the day asked about and what is to come.
/// </summary>
public static class Sameness
{
    /// <summary>What a standing says, as its JSON names it.</summary>
    private static readonly (string Name, Func<Standing, Standing, bool> IsSame)[] Parts =
    [
        ("tier", (left, right) => left.Tier == right.Tier),
        ("points", (left, right) => left.Points == right.Points),
        ("frequency", (left, right) => left.Frequency == right.Frequency),
        ("lockedUntil", (left, right) => left.LockedUntil == right.LockedUntil),
        ("duties", (left, right) => left.Duties.Select(Shown).SequenceEqual(right.Duties.Select(Shown))),
        ("steps", (left, right) => left.Steps.SequenceEqual(right.Steps)),
        ("entries", (left, right) => left.Entries.Select(Shown).SequenceEqual(right.Entries.Select(Shown))),
        ("measures", (left, right) => left.Measures.SequenceEqual(right.Measures)),
        ("tierRule", (left, right) => left.TierRule == right.TierRule),
        ("pack", (left, right) => left.Pack == right.Pack),
        ("status", (left, right) => left.Status == right.Status),
        ("flaws", (left, right) => left.Flaws.Select(flaw => flaw.Name).SequenceEqual(
            right.Flaws.Select(flaw => flaw.Name))),
    ];

    public static bool SameAs(this Standing left, Standing right) =>
        left.Subject == right.Subject && left.Regime == right.Regime
        && Array.TrueForAll(Parts, part => part.IsSame(left, right));

    /// <summary>
    /// The parts in which two standings of a subject in a regime differ, by their names in JSON.
    /// </summary>
    public static IReadOnlyList<string> Differences(this Standing left, Standing right) =>
        [.. Parts.Where(part => !part.IsSame(left, right)).Select(part => part.Name)];

    private static object Shown(Law.Scenes.Duty duty) =>
        (duty.Name, duty.Of, duty.Happened.Event.Id, duty.Opens, duty.Due, duty.State);

    private static object Shown(Law.Scenes.Entry entry) =>
        (entry.Id, entry.Points, entry.From, entry.LapsesOn, entry.Citation);
}
