using System.Diagnostics.Metrics;

namespace CreditScoring.Service.Telemetry;

/// <summary>
/// Listens to the meters of this service and adds up what they tell: our own; of the web server how long
/// requests take, by route (never by path, which carries codes of enterprises); and of the runtime what it
/// allocates, collects and holds.
/// </summary>
public sealed class MeterReader : IDisposable
{
    private const string Requests = "http.server.request.duration";

    private static readonly string[] RequestLabels =
        ["http.request.method", "http.response.status_code", "http.route"];

    /// <summary>What is told of the runtime.</summary>
    internal static readonly string[] OfTheRuntime =
    [
        "dotnet.gc.heap.total_allocated", "dotnet.gc.last_collection.heap.size", "dotnet.gc.pause.time",
        "dotnet.process.cpu.time", "dotnet.process.memory.working_set",
    ];

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, MetricFamily> families = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    /// <param name="withRuntime">Whether the runtime is heard, which tells of the whole process.</param>
    public MeterReader(IMeterFactory factory, bool withRuntime)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            // Of this service alone: a process may hold several, as tests do.
            if ((withRuntime && OfTheRuntime.Contains(instrument.Name))
                || (ReferenceEquals(instrument.Meter.Scope, factory) && IsTold(instrument)))
            {
                self.EnableMeasurementEvents(instrument, Opened(instrument));
            }
        };
        listener.SetMeasurementEventCallback<long>((from, value, tags, family) =>
            Note(from, value, tags, family));
        listener.SetMeasurementEventCallback<int>((from, value, tags, family) =>
            Note(from, value, tags, family));
        listener.SetMeasurementEventCallback<double>(Note);
        listener.Start();
    }

    /// <summary>All of it, as Prometheus reads it.</summary>
    public string Text()
    {
        lock (gate)
        {
            foreach (var family in families.Values.Where(each => each.IsObserved))
            {
                family.Forget();
            }

            listener.RecordObservableInstruments();
            return PrometheusText.Of(families.Values);
        }
    }

    public void Dispose() => listener.Dispose();

    private static bool IsTold(Instrument instrument) =>
        instrument.Meter.Name == CreditMeter.Name || instrument.Name == Requests;

    private MetricFamily Opened(Instrument instrument)
    {
        var family = new MetricFamily(instrument);
        lock (gate)
        {
            return families.TryAdd(family.Name, family) ? family : families[family.Name];
        }
    }

    private void Note(
        Instrument from, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags,
        object? family)
    {
        var told = new List<KeyValuePair<string, object?>>(tags.Length);
        foreach (var tag in tags)
        {
            if (from.Name != Requests || RequestLabels.Contains(tag.Key))
            {
                told.Add(tag);
            }
        }

        lock (gate)
        {
            ((MetricFamily)family!).Note(PrometheusText.Labels(told), value);
        }
    }
}
