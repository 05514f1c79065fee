using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// What came of judging one event: entries, duties, entries cleared or restored, a repair granted.
/// </summary>
/// <param name="gone">The entries that were cleared before, and that can be restored; null: none.</param>
internal sealed class Outcome(IReadOnlyList<EntryInTerm>? gone = null)
{
    // Most events bring about one of these at most, so each is made when it is first needed.
    private HashSet<Entry>? cleared;
    private List<DutyInForce>? duties;
    private List<EntryInTerm>? made;
    private List<EntryInTerm>? restored;

    public IReadOnlyList<EntryInTerm> Gone => gone ?? [];

    public IReadOnlyList<EntryInTerm> Made => made ?? [];

    public IReadOnlySet<Entry> Cleared => cleared ?? None;

    public IReadOnlyList<EntryInTerm> Restored => restored ?? [];

    public IReadOnlyList<DutyInForce> Duties => duties ?? [];

    private static readonly IReadOnlySet<Entry> None = new HashSet<Entry>();

    public void Make(EntryInTerm held) => (made ??= new List<EntryInTerm>(1)).Add(held);

    public void Clear(IEnumerable<Entry> entries) =>
        (cleared ??= new HashSet<Entry>(ReferenceEqualityComparer.Instance)).UnionWith(entries);

    public void Restore(EntryInTerm held) => (restored ??= new List<EntryInTerm>(1)).Add(held);

    public void Hold(DutyInForce duty) => (duties ??= []).Add(duty);

    /// <summary>All conditions of a request for repair hold.</summary>
    public bool Granted { get; set; }
}
