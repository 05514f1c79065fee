using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What came of judging one event: entries, duties, entries cleared, a repair granted.</summary>
internal sealed class Outcome
{
    public List<Held> Made { get; } = [];

    public HashSet<Entry> Cleared { get; } = new(ReferenceEqualityComparer.Instance);

    public List<HeldDuty> Duties { get; } = [];

    /// <summary>All conditions of a request for repair hold.</summary>
    public bool Granted { get; set; }
}
