using CreditScoring.Events;

namespace CreditScoring.Files;

/// <summary>
/// Which events have been taken back (行政复议、诉讼撤销). An annulment that is itself annulled takes
/// nothing back; in a ring of annulments nothing is decided, and so all of it stands.
/// </summary>
internal sealed class Annulments
{
    private readonly HashSet<EventId> takenBack = [];
    private readonly Dictionary<EventId, int> undecided;
    private readonly Dictionary<EventId, RegulatoryEvent> all;
    private readonly Queue<(RegulatoryEvent Annulment, bool Stands)> decided = [];

    public Annulments(IReadOnlyList<RegulatoryEvent> events)
    {
        all = events.Where(each => each.Kind.Annuls && each.ActsOn is not null).ToDictionary(each => each.Id);
        undecided = all.Values.GroupBy(each => each.ActsOn!.Value)
            .ToDictionary(group => group.Key, group => group.Count());
        foreach (var each in all.Values.Where(each => !undecided.ContainsKey(each.Id)))
        {
            decided.Enqueue((each, true));
        }

        while (decided.TryDequeue(out var next))
        {
            Decide(next.Annulment.ActsOn!.Value, next.Stands);
        }
    }

    public bool TookBack(EventId id) => takenBack.Contains(id);

    private void Decide(EventId target, bool annulmentStands)
    {
        var left = --undecided[target];
        var falls = annulmentStands && takenBack.Add(target);
        if ((falls || (left == 0 && !takenBack.Contains(target))) && all.TryGetValue(
            target, out var annulment))
        {
            decided.Enqueue((annulment, !falls));
        }
    }
}
