using CreditScoring.Service.Logs;

namespace CreditScoring.Service.Loops;

/// <summary>
/// How the parts do that work in the background, by part (inbox, tiers, rules, folder ...): written
/// by them, read by /health/ready and the metrics. A fault of one degrades that part and stops nothing.
/// </summary>
public sealed class LoopHealth
{
    /// <summary>Causes told lately that are remembered.</summary>
    private const int MostCauses = 200;

    private static readonly TimeSpan FirstSilence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, State> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Silence> silences = new(StringComparer.Ordinal);

    /// <summary>The parts that do not work now, each with the reason.</summary>
    public IReadOnlyList<(string Part, string Why)> Faults => Seen(
        each => each.Value.Why is { } why ? new[] { (each.Key, why) } : []);

    /// <summary>Every part that runs, with how often it has failed.</summary>
    public IReadOnlyList<(string Part, long Failures, bool Failing)> Parts => Seen(
        each => new[] { (each.Key, each.Value.Failures, each.Value.Why is not null) });

    /// <summary>A part is there: it is told of before it first fails.</summary>
    public void Has(string part)
    {
        lock (gate)
        {
            Of(part);
        }
    }

    /// <summary>Why a part does not work; null: it does.</summary>
    public string? FaultOf(string part)
    {
        lock (gate)
        {
            return parts.GetValueOrDefault(part)?.Why;
        }
    }

    /// <returns>Whether it had failed and that was told.</returns>
    public bool Works(string part)
    {
        lock (gate)
        {
            var state = Of(part);
            var told = state is { Why: not null, Told: true };
            (state.Why, state.Told) = (null, false);
            return told;
        }
    }

    /// <returns>Whether it has to be told: the cause is new, or was not told for some time, which
    /// grows with each telling.</returns>
    public bool Fails(string part, string why)
    {
        lock (gate)
        {
            var state = Of(part);
            state.Failures++;
            if (state.Why == why)
            {
                return false;
            }

            state.Why = why;
            var news = IsNews($"{part}\n{why}");
            state.Told |= news;
            return news;
        }
    }

    /// <summary>
    /// As a person may read it: what disks, networks and servers say; of a fault of the program only
    /// its kind, since its message may repeat what somebody sent.
    /// </summary>
    public static string Sentence(Exception fault) => PersonalData.Masked(
        LogForms.IsForeign(fault) ? fault.Message
            : $"the program has failed ({fault.GetType().Name}); its log says where");

    private IReadOnlyList<T> Seen<T>(Func<KeyValuePair<string, State>, IEnumerable<T>> of)
    {
        lock (gate)
        {
            return [.. parts.SelectMany(of)];
        }
    }

    private State Of(string part) =>
        parts.TryGetValue(part, out var state) ? state : parts[part] = new State();

    private bool IsNews(string cause)
    {
        var now = Environment.TickCount64;
        if (silences.TryGetValue(cause, out var silence) && now < silence.Until)
        {
            return false;
        }

        if (silences.Count >= MostCauses)
        {
            silences.Clear();
        }

        var length = silence is null ? FirstSilence
            : silence.Length * 2 < LongestSilence ? silence.Length * 2 : LongestSilence;
        silences[cause] = new Silence(length, now + (long)length.TotalMilliseconds);
        return true;
    }

    private sealed class State
    {
        public string? Why { get; set; }

        public bool Told { get; set; }

        public long Failures { get; set; }
    }

    private sealed record Silence(TimeSpan Length, long Until);
}
