using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What came of judging one event; the judging adds to it.</summary>
/// <param name="register">The entries of before it.</param>
internal sealed class Outcome(EntryBook register)
{
    /// <summary>The entries that were cleared before, and that can be restored.</summary>
    public IReadOnlyList<EntryInTerm> Gone => register.Gone;

    /// <summary>Those that can be cleared on a day.</summary>
    public IReadOnlyList<Entry> Clearable(DateOnly day) => register.BegunBy(day);

    public List<EntryInTerm> Made { get; } = [];

    public HashSet<Entry> Cleared { get; } = new(ReferenceEqualityComparer.Instance);

    public List<EntryInTerm> Restored { get; } = [];

    public List<DutyInForce> Duties { get; } = [];

    /// <summary>All conditions of a request for repair hold.</summary>
    public bool Granted { get; set; }
}
