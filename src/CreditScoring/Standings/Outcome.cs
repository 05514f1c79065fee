using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What came of judging one event: entries, duties, entries cleared, a repair granted.</summary>
internal sealed class Outcome
{
    // Most events bring about one of these at most, so each is made when it is first needed.
    private HashSet<Entry>? cleared;
    private List<DutyInForce>? duties;
    private List<EntryInTerm>? made;

    public IReadOnlyList<EntryInTerm> Made => made ?? [];

    public IReadOnlySet<Entry> Cleared => cleared ?? None;

    public IReadOnlyList<DutyInForce> Duties => duties ?? [];

    private static readonly IReadOnlySet<Entry> None = new HashSet<Entry>();

    public void Make(EntryInTerm held) => (made ??= new List<EntryInTerm>(1)).Add(held);

    public void Clear(IEnumerable<Entry> entries) =>
        (cleared ??= new HashSet<Entry>(ReferenceEqualityComparer.Instance)).UnionWith(entries);

    public void Hold(DutyInForce duty) => (duties ??= []).Add(duty);

    /// <summary>All conditions of a request for repair hold.</summary>
    public bool Granted { get; set; }
}
