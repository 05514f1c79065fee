using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What came of judging one event; the judging adds to it.</summary>
/// <param name="gone">The entries that were cleared before, and that can be restored; null: none.</param>
internal sealed class Outcome(IReadOnlyList<EntryInTerm>? gone = null)
{
    public IReadOnlyList<EntryInTerm> Gone => gone ?? [];

    public List<EntryInTerm> Made { get; } = [];

    public HashSet<Entry> Cleared { get; } = new(ReferenceEqualityComparer.Instance);

    public List<EntryInTerm> Restored { get; } = [];

    public List<DutyInForce> Duties { get; } = [];

    /// <summary>All conditions of a request for repair hold.</summary>
    public bool Granted { get; set; }
}
