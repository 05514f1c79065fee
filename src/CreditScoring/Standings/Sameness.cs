namespace CreditScoring.Standings;

/// <summary>When two standings are equal: all that they say but the day asked about and what is to come.</summary>
public static class Sameness
{
    public static bool SameAs(this Standing left, Standing right) =>
        left.Subject == right.Subject && left.Regime == right.Regime
        && left.Pack == right.Pack && left.Status == right.Status
        && left.Points == right.Points && left.Tier == right.Tier && left.TierRule == right.TierRule
        && left.LockedUntil == right.LockedUntil && left.Frequency == right.Frequency
        && left.Measures.SequenceEqual(right.Measures)
        && left.Steps.SequenceEqual(right.Steps)
        && left.Duties.Select(Shown).SequenceEqual(right.Duties.Select(Shown))
        && left.Entries.Select(Shown).SequenceEqual(right.Entries.Select(Shown))
        && left.Flaws.Select(flaw => flaw.Name).SequenceEqual(right.Flaws.Select(flaw => flaw.Name));

    private static object Shown(Law.Scenes.Duty duty) =>
        (duty.Name, duty.Of, duty.Happened.Event.Id, duty.Opens, duty.Due, duty.State);

    private static object Shown(Law.Scenes.Entry entry) =>
        (entry.Id, entry.Points, entry.From, entry.LapsesOn, entry.Citation);
}
