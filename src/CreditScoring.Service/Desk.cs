using System.Collections.Concurrent;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Inbox;
using CreditScoring.Law;
using CreditScoring.Records;

namespace CreditScoring.Service;

/// <summary>
/// Where files are worked on: events in, standings out, one transaction a batch. The same events in any
/// order and any batches leave the same standings.
/// </summary>
public sealed class Desk(IRecord record)
{
    /// <summary>Files assessed again in one transaction.</summary>
    private const int Portion = 500;

    /// <summary>Judges the arrivals, keeps what is to be kept, and leaves each with its outcome.</summary>
    /// <exception cref="RecordUnavailable">Nothing was kept.</exception>
    public async Task TakeAsync(List<Submission> batch, RuleBook book, TimeProvider clock)
    {
        var arrivals = batch.SelectMany(submission => submission.ReadBy(book)).ToList();
        await using var work = await record.BeginAsync(CancellationToken.None);
        var now = Now(clock);
        var today = LegalDay.Of(now);
        await Admit(arrivals, new Admission(book.Catalogue, today), work);
        var accepted = arrivals.Where(arrival => arrival.Outcome == Outcome.Accepted).ToList();
        var routing = await Routing.OfAsync(accepted, work);
        NoteWaiting(accepted, routing);
        await work.CommitAsync(new RecordBatch(now)
        {
            Events = routing.Events,
            Released = [.. routing.Released.Values.Select(each => each.Released)],
            Quarantine = [.. arrivals.Where(Turns).Select(Turn)],
            Replays = [.. arrivals.Where(arrival => arrival.Item is not null).Select(Replayed)],
            Files = await Assess(Fresh(accepted, routing, book), book, today, work),
        });
    }

    /// <summary>Assesses a portion of the files whose day or book has turned.</summary>
    /// <returns>How many; 0: nothing is left.</returns>
    public async Task<int> SweepAsync(RuleBook book, TimeProvider clock, CancellationToken stop)
    {
        await using var work = await record.BeginAsync(stop);
        var now = Now(clock);
        var today = LegalDay.Of(now);
        var due = await work.DueAsync(today, book.Hash, Portion);
        if (due.Count > 0)
        {
            var nothing = due.ToDictionary(subject => subject, _ => new List<RegulatoryEvent>());
            var files = await Assess(nothing, book, today, work);
            await work.CommitAsync(new RecordBatch(now) { Files = files });
        }

        return due.Count;
    }

    /// <summary>
    /// The instant of recording. It is taken once nobody else works on the record: who waits for a
    /// turn and lets it go has seen everything that was recorded before.
    /// </summary>
    private static DateTimeOffset Now(TimeProvider clock) => clock.GetUtcNow();

    private static async Task Admit(List<Arrival> arrivals, Admission admission, IRecordWork work)
    {
        var atTheDoor = arrivals.Select(admission.AtTheDoor).ToList();
        var known = await work.KnownAsync(
        [
            .. arrivals.Where((_, i) => atTheDoor[i] is null)
                .Select(arrival => arrival.Canonical!.Id).Distinct(),
        ]);
        for (var i = 0; i < arrivals.Count; i++)
        {
            if (atTheDoor[i] is { } flaws)
            {
                arrivals[i].Became(Outcome.Quarantined, flaws);
            }
            else
            {
                admission.Settle(
                    arrivals[i], known.GetValueOrDefault(arrivals[i].Canonical!.Id));
            }
        }
    }

    /// <summary>The events that each touched file does not hold yet.</summary>
    private static Dictionary<Subject, List<RegulatoryEvent>> Fresh(
        List<Arrival> accepted, Routing routing, RuleBook book)
    {
        var fresh = new Dictionary<Subject, List<RegulatoryEvent>>();
        for (var i = 0; i < accepted.Count; i++)
        {
            Add(routing.Events[i].Files, accepted[i].Event!);
        }

        var reader = new EventReader(book.Catalogue);
        foreach (var (kept, released) in routing.Released.Values)
        {
            StoredEvents.Read(reader, [kept], out _)
                .ForEach(each => Add(released.Files, each));
        }

        return fresh;

        void Add(IEnumerable<Subject> files, RegulatoryEvent each)
        {
            foreach (var subject in files)
            {
                (fresh.TryGetValue(subject, out var events) ? events : fresh[subject] = []).Add(each);
            }
        }
    }

    private static async Task<IReadOnlyList<Assessed>> Assess(
        Dictionary<Subject, List<RegulatoryEvent>> fresh, RuleBook book, DateOnly today,
        IRecordWork work)
    {
        if (fresh.Count == 0)
        {
            return [];
        }

        var files = await work.OpenAsync(fresh.Keys);
        var reassessment = new Reassessment(book, today);
        var assessed = new Assessed[files.Count];
        Parallel.ForEach(
            Partitioner.Create(0, files.Count), range =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    assessed[i] = reassessment.Of(files[i], fresh[files[i].Subject]);
                }
            });
        return assessed;
    }

    private static bool Turns(Arrival arrival) =>
        arrival is { Item: null, Outcome: Outcome.Quarantined or Outcome.Conflict };

    private static Turned Turn(Arrival arrival) => new(
        arrival.Reading.Id, arrival.Reading.Text, arrival.Flaws[0].Name, FlawJson.List(arrival.Flaws));

    private static Replay Replayed(Arrival arrival) => new(
        arrival.Item!.Value, arrival.Outcome.ToString().ToLowerInvariant(),
        FlawJson.List(arrival.Flaws));

    /// <summary>A mending event that waits is accepted, and its sender is told that it waits.</summary>
    private static void NoteWaiting(List<Arrival> accepted, Routing routing)
    {
        for (var i = 0; i < accepted.Count; i++)
        {
            if (routing.Events[i] is { Files.Count: 0, ActsOn: { } target })
            {
                accepted[i].Became(Outcome.Accepted, Waits(accepted[i], target));
            }
        }
    }

    private static Flaw Waits(Arrival arrival, EventId target) => new(
        "target-unknown", arrival.Reading.PlaceOf("actsOn"),
        new Wording($"尚未收到事件 {target}，本事件已保存并等待", $"{target} has not arrived; this event is kept and waits"),
        new Wording("报送该事件；到达后自动生效", "send that event; this one then takes effect by itself"))
    {
        Severity = Severity.Notice,
    };
}
