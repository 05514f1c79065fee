using System.Globalization;
using System.Text;

namespace CreditScoring.Service.Telemetry;

/// <summary>Metrics in the text format 0.0.4 of Prometheus.</summary>
public static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>credit.batch.duration in seconds -> credit_batch_duration_seconds.</summary>
    public static string NameOf(string name, string? unit, MetricKind kind) =>
        Named(name)
        + unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" }
        + (kind == MetricKind.Counter ? "_total" : "");

    /// <summary>Labels in the order of their names, without the braces; "": none.</summary>
    public static string Labels(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(
        ',', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => $"{Named(tag.Key)}=\"{Escaped(Written(tag.Value), label: true)}\""));

    public static string Of(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            text.Append("# HELP ").Append(family.Name).Append(' ')
                .Append(Escaped(family.Help, label: false)).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ')
                .Append(family.Kind.ToString().ToLowerInvariant()).Append('\n');
            foreach (var (labels, series) in family.Series)
            {
                Write(text, family, labels, series);
            }
        }

        return text.ToString();
    }

    private static void Write(
        StringBuilder text, MetricFamily family, string labels, MetricSeries series)
    {
        if (family.Kind != MetricKind.Histogram)
        {
            Line(text, family.Name, labels, series.Value);
            return;
        }

        foreach (var (bound, count) in series.Buckets.Append((double.PositiveInfinity, series.Count)))
        {
            var within = $"le=\"{Written(bound)}\"";
            Line(text, $"{family.Name}_bucket", labels == "" ? within : $"{labels},{within}", count);
        }

        Line(text, $"{family.Name}_sum", labels, series.Value);
        Line(text, $"{family.Name}_count", labels, series.Count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels != "")
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(Written(value)).Append('\n');
    }

    private static string Written(object? value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static string Named(string name) =>
        string.Concat(name.Select((each, i) =>
            char.IsAsciiLetter(each) || (i > 0 && char.IsAsciiDigit(each)) ? each : '_'));

    /// <summary>A quote is escaped in labels only; the rest would break the line anywhere.</summary>
    private static string Escaped(string text, bool label)
    {
        var safe = text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        return label ? safe.Replace("\"", "\\\"", StringComparison.Ordinal) : safe;
    }
}
