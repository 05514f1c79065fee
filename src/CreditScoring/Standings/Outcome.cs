using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What came of judging one event: entries, duties, entries cleared, a repair granted.</summary>
internal sealed class Outcome
{
    // Most events bring about one of these at most, so each is made when it is first needed.
    private HashSet<Entry>? cleared;
    private List<HeldDuty>? duties;
    private List<Held>? made;

    public IReadOnlyList<Held> Made => made ?? [];

    public IReadOnlySet<Entry> Cleared => cleared ?? None;

    public IReadOnlyList<HeldDuty> Duties => duties ?? [];

    private static readonly IReadOnlySet<Entry> None = new HashSet<Entry>();

    public void Make(Held held) => (made ??= new List<Held>(1)).Add(held);

    public void Clear(IEnumerable<Entry> entries) =>
        (cleared ??= new HashSet<Entry>(ReferenceEqualityComparer.Instance)).UnionWith(entries);

    public void Hold(HeldDuty duty) => (duties ??= []).Add(duty);

    /// <summary>All conditions of a request for repair hold.</summary>
    public bool Granted { get; set; }
}
