using System.Collections.Concurrent;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Telemetry;

namespace CreditScoring.Service.Work;

/// <summary>
/// Where files are worked on: events in, standings out, one transaction a batch. The same events in
/// any order and any batches leave the same standings.
/// </summary>
public sealed class BatchWork(IWorkingRecord record, CreditMeter? meter = null)
{
    /// <summary>How often a batch is tried when other workers are in its way.</summary>
    private const int Tries = 20;

    /// <summary>Events and ledger rows at hand, of all files: about 1 KB each.</summary>
    private const int Room = 250_000;

    /// <summary>One core is left to those who ask meanwhile, and to reading what comes next.</summary>
    private static readonly ParallelOptions Cores = new()
    {
        MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1),
    };

    private readonly FilesAtHand atHand = new(Room);

    /// <summary>Judges the arrivals, keeps what is to be kept, and leaves each with its outcome.</summary>
    /// <exception cref="RecordUnavailable">Nothing was kept.</exception>
    public Task TakeAsync(List<Submission> batch, RuleBook book, TimeProvider clock) =>
        TakeAsync(batch.SelectMany(submission => submission.ReadBy(book)).ToList(), book, clock);

    /// <summary>As above, for some of the arrivals of a batch.</summary>
    public Task TakeAsync(List<Arrival> arrivals, RuleBook book, TimeProvider clock) =>
        Again(() => TakeOnceAsync(arrivals, book, clock));

    /// <summary>Assesses files as of now; nothing new has come in for them.</summary>
    public Task ReassessAsync(
        IRecordWork work, IReadOnlyList<Subject> due, RuleBook book, TimeProvider clock) =>
        due.Count == 0 ? Task.CompletedTask : CommitAsync(
            work, due.ToDictionary(each => each, _ => new List<RegulatoryEvent>()), book, clock,
            at => new RecordBatch(at));

    /// <summary>Another worker in the way kept nothing of ours: once more.</summary>
    public static async Task<int> Again(Func<Task<int>> work)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return await work();
            }
            catch (RecordBusy) when (left > 1)
            {
                await Task.Yield();
            }
        }
    }

    private async Task<int> TakeOnceAsync(List<Arrival> arrivals, RuleBook book, TimeProvider clock)
    {
        await using var work = await record.BeginAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        await Admit(
            arrivals, new Admission(book.Catalogue, LegalDay.Of(now)), work, await work.InstantAsync(now));
        var accepted = arrivals.Where(arrival => arrival.Outcome == Outcome.Accepted).ToList();
        var routing = await Routing.OfAsync(accepted, work);
        NoteWaiting(accepted, routing);
        var turned = arrivals.Where(IsTurned).Select(arrival => (arrival, TurnedAway(arrival))).ToList();
        await CommitAsync(work, Fresh(accepted, routing, book), book, clock, at => new RecordBatch(at)
        {
            Filed = routing.Filed,
            Released = [.. routing.Released.Values.Select(each => each.Released)],
            Quarantine = [.. turned.Select(each => each.Item2)],
            Replays = [.. arrivals.Where(arrival => arrival.Item is not null).Select(Replayed)],
            Acts =
            [
                .. SentActs.Of(arrivals), .. TurnedActs.Of(turned),
                .. accepted.Select(arrival => arrival.Act).OfType<Act>(), .. LotActs.Of(accepted),
            ],
        });
        return arrivals.Count;
    }

    private static async Task Admit(
        List<Arrival> arrivals, Admission admission, IRecordWork work, DateTimeOffset at)
    {
        var atTheDoor = arrivals.Select(admission.AtTheDoor).ToList();
        var passed = arrivals.Where((_, i) => atTheDoor[i] is null).ToList();
        var known = await work.ClaimAsync(
            [.. passed.Select(arrival => arrival.New!).DistinctBy(each => each.Id)],
            [.. passed.Select(arrival => arrival.Event!.ActsOn).OfType<EventId>().Distinct()], at);
        for (var i = 0; i < arrivals.Count; i++)
        {
            if (atTheDoor[i] is { } flaws)
            {
                arrivals[i].Became(Outcome.Quarantined, flaws);
            }
            else
            {
                admission.Settle(arrivals[i], known.GetValueOrDefault(arrivals[i].New!.Id));
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
            Add(routing.Filed[i].Files, accepted[i].Event!);
        }

        var reader = EventReader.OfKept(book.Catalogue);
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
                (fresh.TryGetValue(subject, out var events) ? events : fresh[subject] = [])
                    .Add(each);
            }
        }
    }

    /// <summary>Assesses the files and keeps what came of it with the rest of the batch.</summary>
    private async Task CommitAsync(
        IRecordWork work, Dictionary<Subject, List<RegulatoryEvent>> fresh, RuleBook book,
        TimeProvider clock, Func<DateTimeOffset, RecordBatch> batch)
    {
        try
        {
            atHand.Use(book);
            var files = await OpenAsync(fresh.Keys, work);
            // The instant of recording is taken once nobody else can change these files: whoever
            // waits for them and lets go has seen everything that was recorded before.
            var now = clock.GetUtcNow();
            var at = await work.InstantAsync(now);
            var assessed = Assess(files, fresh, new Reassessment(book, LegalDay.Of(now)));
            await work.CommitAsync(batch(at) with { Files = assessed });
            meter?.Assessed(assessed.Length);
            for (var i = 0; i < files.Count; i++)
            {
                Settle(files[i], assessed[i], touched: fresh[files[i].Subject].Count > 0);
            }
        }
        catch
        {
            // They may have taken in what is not kept.
            fresh.Keys.ToList().ForEach(atHand.Drop);
            throw;
        }
    }

    private void Settle(FileAtHand file, AssessedFile assessed, bool touched)
    {
        file.Settle(assessed);
        if (!assessed.File.Judged)
        {
            // Where the program failed, the open file may have taken in a part: read it again.
            atHand.Drop(file.Subject);
        }
        else if (touched || atHand.Find(file.Subject) is not null)
        {
            // What only the day has turned may not push out what events come for.
            atHand.Put(file);
        }
    }

    /// <summary>Holds the files, and opens those that are not at hand as they are now.</summary>
    private async Task<IReadOnlyList<FileAtHand>> OpenAsync(
        IReadOnlyCollection<Subject> subjects, IRecordWork work)
    {
        var changed = await work.HoldAsync(subjects.ToDictionary(
            subject => subject, subject => atHand.Find(subject)?.Version ?? 0));
        foreach (var subject in changed)
        {
            atHand.Drop(subject);
        }

        var missing = subjects.Where(subject => atHand.Find(subject) is null).ToList();
        var stored = missing.Count == 0 ? [] : await work.OpenAsync(missing);
        return
        [
            .. subjects.Select(atHand.Find).OfType<FileAtHand>(),
            .. stored.Select(file => new FileAtHand(file)),
        ];
    }

    private static AssessedFile[] Assess(
        IReadOnlyList<FileAtHand> files, Dictionary<Subject, List<RegulatoryEvent>> fresh,
        Reassessment reassessment)
    {
        var assessed = new AssessedFile[files.Count];
        if (files.Count > 0)
        {
            Parallel.ForEach(Partitioner.Create(0, files.Count), Cores, range =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    assessed[i] = reassessment.Of(files[i], fresh[files[i].Subject]);
                }
            });
        }

        return assessed;
    }

    private static bool IsTurned(Arrival arrival) =>
        arrival is { Item: null, Outcome: Outcome.Quarantined or Outcome.Conflict };

    private static TurnedAwayEvent TurnedAway(Arrival arrival) => new(
        arrival.Reading.Id, arrival.Reading.Text, arrival.Flaws[0].Name, FlawJson.List(arrival.Flaws));

    private static Replay Replayed(Arrival arrival) => new(
        arrival.Item!.Value, arrival.Outcome.Name(), FlawJson.List(arrival.Flaws));

    /// <summary>
    /// A mending event that waits is accepted, and its sender is told that it waits.
    /// </summary>
    private static void NoteWaiting(List<Arrival> accepted, Routing routing)
    {
        for (var i = 0; i < accepted.Count; i++)
        {
            if (routing.Filed[i] is { Files.Count: 0, ActsOn: { } target })
            {
                accepted[i].Became(Outcome.Accepted, Waits(accepted[i], target));
            }
        }
    }

    private static Flaw Waits(Arrival arrival, EventId target) => new(
        "target-unknown", arrival.Reading.PlaceOf("actsOn"),
        new Wording(
            $"尚未收到事件 {target}，本事件已保存并等待",
            $"{target} has not arrived; this event is kept and waits"),
        new Wording("报送该事件；到达后自动生效", "send that event; this one then takes effect by itself"))
    {
        Severity = Severity.Notice,
    };
}
