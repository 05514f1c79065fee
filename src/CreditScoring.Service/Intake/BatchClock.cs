using System.Diagnostics;
using CreditScoring.Service.Telemetry;

namespace CreditScoring.Service.Intake;

/// <summary>Measures a batch, from being taken to the answer of its last submission.</summary>
internal sealed class BatchClock(CreditMeter meter)
{
    private readonly long started = Stopwatch.GetTimestamp();
    private int under;

    public void Started() => under++;

    public void Answered(IReadOnlyList<Arrival> arrivals)
    {
        meter.Answered(arrivals.Select(arrival => arrival.Outcome));
        Ended(kept: true);
    }

    public void Failed() => Ended(kept: false);

    private void Ended(bool kept)
    {
        if (Interlocked.Decrement(ref under) == 0)
        {
            meter.BatchEnded(kept, Stopwatch.GetElapsedTime(started));
        }
    }
}
