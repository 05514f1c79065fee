using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// Reads the text format 0.0.4 of Prometheus and takes offence at everything that it does not allow.
/// </summary>
public static class PrometheusParser
{
    private static readonly Regex Name = new("^[a-zA-Z_:][a-zA-Z0-9_:]*$");
    private static readonly Regex Label = new("^[a-zA-Z_][a-zA-Z0-9_]*$");

    /// <summary>Samples by name and labels, such as <c>credit_events_total{outcome=accepted}</c>.</summary>
    public static Dictionary<string, double> Read(string text)
    {
        var samples = new Dictionary<string, double>(StringComparer.Ordinal);
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        Check(text.EndsWith('\n') && !text.Contains('\r'), "lines end with a line feed");
        foreach (var line in text[..^1].Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                Check(Name.IsMatch(line.Split(' ')[2]), line);
            }
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var words = line.Split(' ');
                Check(words.Length == 4 && words[3] is "counter" or "gauge" or "histogram", line);
                Check(types.TryAdd(words[2], words[3]), $"a second type: {line}");
            }
            else
            {
                var (name, labels, value) = Sample(line);
                Check(types.ContainsKey(name) || types.GetValueOrDefault(Family(name)) == "histogram",
                    $"no type before {line}");
                if (types.GetValueOrDefault(Family(name)) == "histogram")
                {
                    Distribution(samples, name, labels, value);
                }

                Check(samples.TryAdd(Key(name, labels), value), $"twice: {line}");
            }
        }

        return samples;
    }

    private static (string Name, SortedDictionary<string, string> Labels, double Value) Sample(string line)
    {
        var at = line.IndexOfAny(['{', ' ']);
        Check(at > 0 && Name.IsMatch(line[..at]), line);
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var name = line[..at];
        if (line[at] == '{')
        {
            at++;
            while (line[at] != '}')
            {
                var equals = line.IndexOf("=\"", at, StringComparison.Ordinal);
                Check(equals > at && Label.IsMatch(line[at..equals]), line);
                var label = line[at..equals];
                at = equals + 2;
                Check(labels.TryAdd(label, Quoted(line, ref at)), $"a label twice: {line}");
                Check(line[at] is ',' or '}', line);
                at += line[at] == ',' ? 1 : 0;
            }

            at++;
        }

        Check(line[at] == ' ', line);
        return (name, labels, Number(line[(at + 1)..]));
    }

    private static string Quoted(string line, ref int at)
    {
        var value = new StringBuilder();
        for (; line[at] != '"'; at++)
        {
            if (line[at] == '\\')
            {
                at++;
                Check(line[at] is '\\' or '"' or 'n', $"an escape that there is not: {line}");
                value.Append(line[at] == 'n' ? '\n' : line[at]);
            }
            else
            {
                value.Append(line[at]);
            }
        }

        at++;
        return value.ToString();
    }

    private static double Number(string text)
    {
        if (text is "+Inf" or "-Inf" or "NaN")
        {
            return text switch { "+Inf" => double.PositiveInfinity, "-Inf" => double.NegativeInfinity, _ => double.NaN };
        }

        Check(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value), text);
        return value;
    }

    /// <summary>Buckets grow, end with +Inf, and the last holds as many as were counted.</summary>
    private static void Distribution(
        Dictionary<string, double> samples, string name, SortedDictionary<string, string> labels, double value)
    {
        if (name.EndsWith("_bucket", StringComparison.Ordinal))
        {
            var lower = samples.Where(each => each.Key.StartsWith($"{name}{{", StringComparison.Ordinal)
                && Without(each.Key) == Without(Key(name, labels))).ToList();
            Check(lower.All(each => each.Value <= value), $"{name} shrinks");
            Check(lower.All(each => !each.Key.Contains("le=+Inf")), $"{name} goes on after +Inf");
        }
        else if (name.EndsWith("_count", StringComparison.Ordinal))
        {
            var all = new SortedDictionary<string, string>(labels, StringComparer.Ordinal) { ["le"] = "+Inf" };
            Check(samples[Key($"{Family(name)}_bucket", all)] == value, $"{name} is not its last bucket");
        }
    }

    private static string Without(string key) => Regex.Replace(key, @"(?<=[{,])le=[^,}]*", "");

    private static string Family(string name) => Regex.Replace(name, "_(bucket|sum|count)$", "");

    private static string Key(string name, SortedDictionary<string, string> labels) => labels.Count == 0
        ? name : $"{name}{{{string.Join(",", labels.Select(label => $"{label.Key}={label.Value}"))}}}";

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new FormatException(what);
        }
    }
}
