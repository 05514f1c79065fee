namespace CreditScoring.Service.Telemetry;

/// <summary>One value, or a distribution over buckets.</summary>
/// <param name="bounds">The upper bounds of the buckets, each included.</param>
public sealed class MetricSeries(IReadOnlyList<double> bounds)
{
    private readonly long[] counts = new long[bounds.Count];

    /// <summary>The sum or the last value; of a distribution its sum.</summary>
    public double Value { get; private set; }

    /// <summary>How many measurements a distribution has.</summary>
    public long Count { get; private set; }

    /// <summary>Per bound, how many were at most that.</summary>
    public IEnumerable<(double Bound, long Count)> Buckets => bounds.Zip(counts);

    public void Note(double value, bool adds)
    {
        Value = adds ? Value + value : value;
        Count++;
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += value <= bounds[i] ? 1 : 0;
        }
    }
}
