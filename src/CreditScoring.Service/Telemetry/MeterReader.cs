using System.Diagnostics.Metrics;

namespace CreditScoring.Service.Telemetry;

/// <summary>
/// Listens to the meters of this service and adds up what they tell: our own, and of the web server
/// how long requests take, by route (never by path, which carries codes of enterprises).
/// </summary>
public sealed class MeterReader : IDisposable
{
    private const string Requests = "http.server.request.duration";

    private static readonly string[] RequestLabels =
        ["http.request.method", "http.response.status_code", "http.route"];

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, MetricFamily> families = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public MeterReader(IMeterFactory factory)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            // Of this service alone: a process may hold several, as tests do.
            if (ReferenceEquals(instrument.Meter.Scope, factory) && IsTold(instrument))
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
