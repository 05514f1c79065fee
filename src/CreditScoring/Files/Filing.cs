using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Files;

/// <summary>
/// Files a heap of events by subject. A mending event has no subject of its own: it goes into every
/// file that holds its target, however long the chain of mendings; without a target it waits.
/// </summary>
public static class Filing
{
    /// <param name="events">Any order; repeats of an id are filed once.</param>
    /// <param name="waiting">Mending events whose target is not among the events.</param>
    public static IReadOnlyList<CreditFile> Of(
        IEnumerable<RegulatoryEvent> events, out IReadOnlyList<RegulatoryEvent> waiting)
    {
        var byId = new Dictionary<EventId, RegulatoryEvent>();
        foreach (var each in events)
        {
            byId.TryAdd(each.Id, each);
        }

        var files = new Dictionary<Subject, List<RegulatoryEvent>>();
        var idle = new List<RegulatoryEvent>();
        foreach (var each in byId.Values)
        {
            var subjects = SubjectsOf(each, byId);
            if (subjects.Count == 0)
            {
                idle.Add(each);
            }

            foreach (var subject in subjects)
            {
                (files.TryGetValue(subject, out var file) ? file : files[subject] = []).Add(each);
            }
        }

        waiting = idle;
        return [.. files.OrderBy(file => file.Key).Select(file => new CreditFile(file.Key, file.Value))];
    }

    /// <summary>The subjects in whose files an event is: its own, or those of what it mends.</summary>
    private static IReadOnlyCollection<Subject> SubjectsOf(
        RegulatoryEvent each, Dictionary<EventId, RegulatoryEvent> byId)
    {
        var seen = new HashSet<EventId>();
        var target = each;
        while (target.Kind.Mends)
        {
            if (target.ActsOn is not { } id || !seen.Add(id) || !byId.TryGetValue(id, out target!))
            {
                return [];
            }
        }

        return target.Subjects.Count == 1
            ? [target.Subjects[0].Subject]
            : target.Subjects.Select(named => named.Subject).ToHashSet();
    }
}
