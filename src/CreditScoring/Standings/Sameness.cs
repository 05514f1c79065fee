namespace CreditScoring.Standings;

/// <summary>
/// When two standings are equal: all that they say but the day asked about and what is to come.
/// </summary>
public static class Sameness
{
    /// <summary>The parts that make standings differ, the weightiest first.</summary>
    private static readonly StandingMember[] Parts =
        [.. StandingShape.All.Where(member => member.IsSame is not null).OrderBy(member => member.Weight)];

    public static bool SameAs(this Standing left, Standing right) =>
        left.Subject == right.Subject && left.Regime == right.Regime
        && Array.TrueForAll(Parts, part => part.IsSame!(left, right));

    /// <summary>
    /// The parts in which two standings of a subject in a regime differ, by their names in JSON.
    /// </summary>
    public static IReadOnlyList<string> Differences(this Standing left, Standing right) =>
        [.. Parts.Where(part => !part.IsSame!(left, right)).Select(part => part.Name)];
}
