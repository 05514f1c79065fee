using System.Diagnostics.Metrics;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Loops;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.SecondOpinions;
using CreditScoring.Service.Telemetry;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Gauges;

/// <summary>How the service stands at the moment of asking, read where it is known.</summary>
public sealed class StateGauges
{
    private readonly Meter meter;

    public StateGauges(
        IMeterFactory factory, InboxQueue inbox, Progress progress, Shelf shelf, LoopHealth loops,
        Positions positions, Settings settings, ClockSetBack setBack, OpenDifferences differences)
    {
        meter = factory.Create(CreditMeter.Name);
        OfInbox(inbox);
        OfWork(progress, shelf);
        OfLoops(loops);
        OfEngines(differences);
        Gauge("credit.clock.behind", "By how much the clock stands before what the record has last recorded",
            () => setBack.BehindSeconds, "s");
        if (settings.Postgres is null)
        {
            Gauge("credit.record.log", "The write-ahead log of the record, in its -wal file",
                () => new FileInfo($"{settings.RecordPath}-wal") is { Exists: true } log ? log.Length : 0,
                "By");
        }

        if (settings.Redis is not null)
        {
            OfRedis(loops, positions, settings);
        }
    }

    private void OfInbox(InboxQueue inbox)
    {
        Gauge("credit.inbox.submissions", "Handed in and not answered yet", () => inbox.Submissions);
        Gauge("credit.inbox.events", "Events of these", () => inbox.Events);
        Gauge("credit.inbox.text", "Text in memory that is read or waits", () => inbox.Text, "By");
        Gauge("credit.inbox.text.limit", "How much may be", () => inbox.MostText, "By");
    }

    private void OfWork(Progress progress, Shelf shelf)
    {
        Gauge("credit.ready", "1: events can be kept and standings are as of today",
            () => progress is { Failure: null, CaughtUp: true } ? 1 : 0);
        Count("credit.record.failures", "Times that the record could not be used",
            () => progress.Failures);
        Count("credit.sweeps", "Looks for files whose day or book has turned", () => progress.Sweeps);
        Count("credit.sweep.files", "Files that these looks found", () => progress.SweptFiles);
        Gauge("credit.rules.rejected", "Errors of a changed rules folder that was not taken",
            () => shelf.State.Rejected.Count);
        meter.CreateObservableGauge("credit.rules.info",
            () => One("book", shelf.Book.Hash[..12]), null, "The rule book in use");
        meter.CreateObservableGauge("credit.build.info",
            () => One("version", ProgramVersion.Text), null, "The program that runs");
    }

    private void OfLoops(LoopHealth loops)
    {
        meter.CreateObservableGauge(
            "credit.degraded",
            () => loops.Parts.Select(each => Labelled(each.Failing ? 1 : 0, "part", each.Part)), null,
            "1: this part does not work now; /health/ready says why");
        meter.CreateObservableCounter(
            "credit.part.failures",
            () => loops.Parts.Select(each => Labelled(each.Failures, "part", each.Part)), null,
            "Times that a part failed and was begun again");
    }

    private void OfEngines(OpenDifferences differences)
    {
        if (differences.Seconding is not { } seconding)
        {
            return;
        }

        meter.CreateObservableCounter(
            "credit.second_opinion.evaluations",
            () => new[]
            {
                Labelled(seconding.Same, "outcome", "same"),
                Labelled(seconding.NoAnswer, "outcome", "no_answer"),
                Labelled(seconding.Differences, "outcome", "differs"),
            },
            null, "Texts that RulesEngine was asked too, by how its answer stands to ours");
        Gauge("credit.second_opinion.open", "Texts on which the engines differ and that nobody has changed",
            () => differences.All.Count);
    }

    private void OfRedis(LoopHealth loops, Positions positions, Settings settings)
    {
        Depth("credit.stream.pending", "Entries handed out and not acknowledged", each => each.Pending);
        Depth("credit.stream.lag", "Entries not handed out yet", each => each.Lag);
        Depth("credit.dead_letters", "Entries of credit:dead-letters", each => each.Letters);
        Gauge("credit.dead_letters.limit", "Beyond it the oldest go", () => settings.DeadLetters);
        Relay("credit.relay.position", "How far a relay has come in the record", each => each.Position);
        Relay("credit.relay.behind", "Changes that it knows to be before it", each => each.Behind);

        void Depth(string name, string help, Func<StreamDepth, long?> of) =>
            meter.CreateObservableGauge(
                name, () => positions.Stream is { } depth && of(depth) is { } value
                    ? new[] { new Measurement<long>(value) } : [], null, help);

        // Of a relay that waits, how far behind it is cannot be told.
        void Relay(string name, string help, Func<Standpoint, long> of) =>
            meter.CreateObservableGauge(name, () => positions.Relays
                .Where(each => loops.FaultOf(each.Key) is null)
                .Select(each => Labelled(of(each.Value), "relay", each.Key)), null, help);
    }

    private void Gauge(string name, string help, Func<long> value, string? unit = null) =>
        meter.CreateObservableGauge(name, value, unit, help);

    private void Count(string name, string help, Func<long> value) =>
        meter.CreateObservableCounter(name, value, null, help);

    private static Measurement<long> One(string label, string value) => Labelled(1, label, value);

    private static Measurement<long> Labelled(long value, string label, string text) =>
        new(value, new KeyValuePair<string, object?>(label, text));
}
