using System.Diagnostics.Metrics;

namespace CreditScoring.Service.Telemetry;

/// <summary>All series of one instrument, added up since the start.</summary>
public sealed class MetricFamily
{
    /// <summary>
    /// Series of one family; what comes beyond is added up in one of its own, so that a label which
    /// is not bounded after all cannot fill the memory.
    /// </summary>
    public const int MostSeries = 500;

    private const string Beyond = "overflow=\"true\"";

    private readonly Dictionary<string, MetricSeries> series = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<double> bounds;

    public MetricFamily(Instrument instrument)
    {
        Kind = KindOf(instrument);
        Name = PrometheusText.NameOf(instrument.Name, instrument.Unit, Kind);
        Help = instrument.Description ?? "";
        IsObserved = instrument.IsObservable;
        bounds = instrument is Histogram<double> { Advice.HistogramBucketBoundaries: { } advised }
            ? advised : [];
    }

    public string Name { get; }

    public string Help { get; }

    public MetricKind Kind { get; }

    /// <summary>Asked for at each look: what is not told then is not there.</summary>
    public bool IsObserved { get; }

    public IEnumerable<KeyValuePair<string, MetricSeries>> Series =>
        series.OrderBy(each => each.Key, StringComparer.Ordinal);

    /// <param name="labels">As they are written: <c>name="value",…</c>.</param>
    public void Note(string labels, double value)
    {
        if (!series.TryGetValue(labels, out var one))
        {
            labels = series.Count < MostSeries ? labels : Beyond;
            series[labels] = one = series.GetValueOrDefault(labels) ?? new MetricSeries(bounds);
        }

        one.Note(value, adds: !IsObserved && Kind != MetricKind.Gauge);
    }

    public void Forget() => series.Clear();

    private static MetricKind KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? MetricKind.Histogram
            : type.EndsWith("UpDownCounter`1", StringComparison.Ordinal)
                || type.Contains("Gauge", StringComparison.Ordinal) ? MetricKind.Gauge
            : MetricKind.Counter;
    }
}

public enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}
