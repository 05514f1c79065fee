using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// What came of judging one event; the judging adds to it. Of most events nothing comes in most regimes.
/// </summary>
/// <param name="register">The entries of before it.</param>
internal sealed class Outcome(EntryBook register)
{
    /// <summary>Nothing: nobody adds to it.</summary>
    public static readonly Outcome None = new(EntryBook.Empty);

    private List<EntryInTerm>? made;
    private HashSet<Entry>? cleared;
    private List<EntryInTerm>? restored;
    private List<DutyInForce>? duties;

    /// <summary>The entries that were cleared before, and that can be restored.</summary>
    public IReadOnlyList<EntryInTerm> Gone => register.Gone;

    public IReadOnlyList<EntryInTerm> Made => (IReadOnlyList<EntryInTerm>?)made ?? [];

    public IReadOnlyCollection<Entry> Cleared => (IReadOnlyCollection<Entry>?)cleared ?? [];

    public IReadOnlyList<EntryInTerm> Restored => (IReadOnlyList<EntryInTerm>?)restored ?? [];

    public IReadOnlyList<DutyInForce> Duties => (IReadOnlyList<DutyInForce>?)duties ?? [];

    /// <summary>Those that can be cleared on a day.</summary>
    public IReadOnlyList<Entry> Clearable(DateOnly day) => register.BegunBy(day);

    /// <summary>All conditions of a request for repair hold.</summary>
    public bool Granted { get; set; }

    public void Make(EntryInTerm entry) => (made ??= []).Add(entry);

    public void Clear(IEnumerable<Entry> entries) =>
        (cleared ??= new HashSet<Entry>(ReferenceEqualityComparer.Instance)).UnionWith(entries);

    public void Restore(EntryInTerm entry) => (restored ??= []).Add(entry);

    public void Owe(DutyInForce duty) => (duties ??= []).Add(duty);
}
