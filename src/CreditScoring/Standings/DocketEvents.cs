using CreditScoring.Events;
using CreditScoring.Files;

namespace CreditScoring.Standings;

/// <summary>An event that stands in a file.</summary>
/// <param name="ActsOn">Place in the docket of what it acts on; -1: nothing that stands there.</param>
/// <param name="TargetAnnulled">What it acts on is in the file and does not stand.</param>
internal readonly record struct DocketEvent(RegulatoryEvent Event, int ActsOn, bool TargetAnnulled);

/// <summary>
/// Lists the events of a file that stand, each after the one that it acts on. A kind that must act on
/// another is moot without it: an annulled event takes with it what was built on it. Events that act on
/// one another in a ring act on nothing, whichever arrived first.
/// </summary>
internal sealed class DocketEvents
{
    private const int Nothing = -1;

    private readonly Dictionary<EventId, RegulatoryEvent> settled;
    private readonly Lazy<HashSet<EventId>> known;
    private readonly Dictionary<EventId, int> places = [];
    private readonly List<DocketEvent> listed = [];

    private DocketEvents(CreditFile file)
    {
        settled = Mending.Settle(file.Events).ToDictionary(each => each.Id);
        known = new(() => [.. file.Events.Select(each => each.Id)]);
    }

    public static IReadOnlyList<DocketEvent> Of(CreditFile file)
    {
        var events = new DocketEvents(file);
        foreach (var each in events.settled.Values)
        {
            events.List(each);
        }

        return events.listed;
    }

    private void List(RegulatoryEvent each)
    {
        var chain = new Stack<RegulatoryEvent>();
        var next = each;
        for (; next is not null && places.TryAdd(next.Id, Nothing); next = Target(next))
        {
            chain.Push(next);
        }

        var inRing = next is not null && chain.Any(link => link.Id == next.Id);
        foreach (var link in chain)
        {
            var target = inRing || Target(link) is not { } actedOn ? Nothing : places[actedOn.Id];
            inRing = inRing && link.Id != next!.Id;
            if (target != Nothing || link.Kind.ActsOn != ActsOn.Must)
            {
                places[link.Id] = listed.Count;
                listed.Add(new DocketEvent(link, target, target == Nothing && NamesOneOfTheFile(link)));
            }
        }
    }

    /// <summary>It was annulled, or what it rests on was.</summary>
    private bool NamesOneOfTheFile(RegulatoryEvent each) =>
        each.ActsOn is { } id && known.Value.Contains(id);

    private RegulatoryEvent? Target(RegulatoryEvent each) =>
        each.ActsOn is { } id ? settled.GetValueOrDefault(id) : null;
}
