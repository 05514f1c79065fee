namespace CreditScoring.Workbench.Invented;

/// <summary>What sample to make; the same plan gives the same text on every machine.</summary>
/// <param name="Enterprises">How many enterprises, each with at least one event.</param>
/// <param name="Years">
/// How many years of events, the last ending on <paramref name="Until"/>.
/// </param>
/// <param name="Seed">Another seed gives other enterprises.</param>
/// <param name="Until">The last day on which anything occurs or is decided.</param>
public sealed record SamplePlan(int Enterprises, int Years, ulong Seed, DateOnly Until)
{
    /// <summary>The first day.</summary>
    public DateOnly Since => Until.AddYears(-Years).AddDays(1);
}
