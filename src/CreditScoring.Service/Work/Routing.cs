using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>
/// Finds the files into which the new events of a batch go. An event goes into those of the
/// subjects that it names; a mending event into every file that holds its target, or it waits; and
/// what has waited for one of these is released.
/// </summary>
public sealed class Routing
{
    private readonly Dictionary<EventId, Arrival> fresh;
    private readonly Dictionary<EventId, IReadOnlyCollection<Subject>> files = [];
    private readonly ILookup<EventId, Arrival> menders;

    private Routing(IReadOnlyList<Arrival> accepted)
    {
        fresh = accepted.ToDictionary(arrival => arrival.New!.Id);
        menders = accepted.Where(arrival => arrival.Event is { Kind.Mends: true, ActsOn: not null })
            .ToLookup(arrival => arrival.Event!.ActsOn!.Value);
    }

    /// <summary>The new events in the order in which they came, each with its files.</summary>
    public IReadOnlyList<FiledEvent> Filed { get; private set; } = [];

    /// <summary>Events kept earlier whose target has now arrived.</summary>
    public Dictionary<EventId, (KeptEvent Kept, ReleasedEvent Released)> Released { get; } = [];

    public static async Task<Routing> OfAsync(IReadOnlyList<Arrival> accepted, IRecordWork work)
    {
        var routing = new Routing(accepted);
        await routing.Run(work);
        routing.Filed =
        [
            .. accepted.Select(arrival => new FiledEvent(
                arrival.New!.Id,
                arrival.Event!.Kind.Mends ? arrival.Event.ActsOn : null,
                routing.files.GetValueOrDefault(arrival.New!.Id) ?? [])),
        ];
        return routing;
    }

    private async Task Run(IRecordWork work)
    {
        var round = fresh.Values.Where(arrival => !arrival.Event!.Kind.Mends)
            .Select(arrival => (arrival.New!.Id, Named(arrival.Event!))).ToList();
        var targets = menders.Select(group => group.Key).Where(id => !fresh.ContainsKey(id))
            .ToList();
        foreach (var held in await work.HoldersAsync(targets))
        {
            round.AddRange(menders[held.Key].Select(each => (each.New!.Id, Held(held))));
        }

        while (round.Count > 0)
        {
            round = await Next(round, work);
        }
    }

    /// <summary>Files these events; what acts on them is next.</summary>
    private async Task<List<(EventId, IReadOnlyCollection<Subject>)>> Next(
        List<(EventId Id, IReadOnlyCollection<Subject> Files)> round, IRecordWork work)
    {
        var filed = round.Where(each => files.TryAdd(each.Id, each.Files)).ToList();
        var next = filed.SelectMany(each => menders[each.Id]
            .Select(mender => (mender.New!.Id, each.Files))).ToList();
        var waiting = await work.WaitingForAsync([.. filed.Select(each => each.Id)]);
        foreach (var (target, into) in filed)
        {
            foreach (var kept in waiting[target])
            {
                Released[kept.Id] = (kept, new ReleasedEvent(kept.Id, target, into));
                next.Add((kept.Id, into));
            }
        }

        return next;
    }

    private static IReadOnlyCollection<Subject> Named(RegulatoryEvent read) =>
        read.Subjects.Count == 1 ? [read.Subjects[0].Subject]
            : [.. read.Subjects.Select(named => named.Subject).Distinct()];

    private static IReadOnlyCollection<Subject> Held(IEnumerable<Subject> subjects) =>
        [.. subjects];
}
