namespace CreditScoring.Service.Ports;

/// <summary>How often a rule put an entry into the ledgers of a regime.</summary>
/// <param name="Pack">The version of the rules that posted it: its first day in force.</param>
/// <param name="Rule">By its name.</param>
/// <param name="Posted">Entries that were posted, those among them that were taken back later.</param>
/// <param name="TakenBack">Entries that a row of their own has reversed (冲正).</param>
public sealed record PostedCount(string Pack, string Rule, long Posted, long TakenBack)
{
    /// <summary>Those that stand: each is of one event, whether its points still count or have lapsed.
    /// </summary>
    public long Standing => Posted - TakenBack;
}
