using System.Diagnostics.Metrics;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Telemetry;

/// <summary>
/// What the service counts of its work. Labels come from small fixed sets: no id of a subject, a
/// person or an event is ever one.
/// </summary>
public sealed class CreditMeter
{
    public const string Name = "CreditScoring";

    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private readonly Counter<long> events;
    private readonly Counter<long> batches;
    private readonly Counter<long> files;
    private readonly Counter<long> refused;
    private readonly Counter<long> limited;
    private readonly Counter<long> letters;
    private readonly Counter<long> dropped;
    private readonly Counter<long> lost;
    private readonly Histogram<double> duration;

    public CreditMeter(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        events = meter.CreateCounter<long>("credit.events", null, "Events by what became of them");
        batches = meter.CreateCounter<long>("credit.batches", null, "Batches by result: kept, failed");
        duration = meter.CreateHistogram(
            "credit.batch.duration", "s", "From taking a batch to its answer", null, Durations);
        files = meter.CreateCounter<long>(
            "credit.files.assessed", null, "Files assessed, for events, the day, or a new book");
        refused = meter.CreateCounter<long>(
            "credit.inbox.refused", null, "Requests answered with 429, since the inbox was full");
        limited = meter.CreateCounter<long>(
            "credit.requests.limited", null, "Requests answered with 429, since too many came");
        letters = meter.CreateCounter<long>(
            "credit.dead_letters.added", null, "Entries of credit:events that were turned away");
        dropped = meter.CreateCounter<long>(
            "credit.dead_letters.dropped", null, "Oldest dead letters dropped beyond the limit");
        lost = meter.CreateCounter<long>(
            "credit.stream.lost", null, "Entries trimmed away by somebody before we had them");
        BeginAtNothing();
    }

    /// <summary>Handed in together and answered: all of it is on disk.</summary>
    public void Answered(IEnumerable<Outcome> outcomes)
    {
        foreach (var became in outcomes.CountBy(outcome => outcome))
        {
            events.Add(became.Value, Label("outcome", became.Key.Name()));
        }
    }

    public void BatchEnded(bool kept, TimeSpan took)
    {
        batches.Add(1, Label("result", kept ? "kept" : "failed"));
        duration.Record(took.TotalSeconds);
    }

    public void Assessed(int count) => files.Add(count);

    public void Refused() => refused.Add(1);

    /// <param name="by">address, or caller.</param>
    public void Limited(string by) => limited.Add(1, Label("by", by));

    public void Buried(int count) => letters.Add(count);

    public void Dropped(long count) => dropped.Add(count);

    public void Lost(long count) => lost.Add(count);

    /// <summary>A first rise is seen only from a 0 that was told before it.</summary>
    private void BeginAtNothing()
    {
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            events.Add(0, Label("outcome", outcome.Name()));
        }

        batches.Add(0, Label("result", "kept"));
        batches.Add(0, Label("result", "failed"));
        limited.Add(0, Label("by", "address"));
        limited.Add(0, Label("by", "caller"));
        foreach (var counter in new[] { files, refused, letters, dropped, lost })
        {
            counter.Add(0);
        }
    }

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);
}
