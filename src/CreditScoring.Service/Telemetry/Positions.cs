using System.Collections.Concurrent;

namespace CreditScoring.Service.Telemetry;

/// <summary>
/// How far the parts that live with Redis have come, as each last saw it; a part that has not looked
/// yet is not told.
/// </summary>
public sealed class Positions
{
    private readonly ConcurrentDictionary<string, Standpoint> relays = new(StringComparer.Ordinal);
    private volatile StreamDepth? stream;

    /// <summary>Of <c>credit:events</c> and its dead letters; null: not looked yet.</summary>
    public StreamDepth? Stream
    {
        get => stream;
        set => stream = value;
    }

    public IEnumerable<KeyValuePair<string, Standpoint>> Relays => relays;

    /// <param name="relay">tiers or recommendations.</param>
    public void Reached(string relay, long position, long behind) =>
        relays[relay] = new Standpoint(position, behind);
}

/// <summary>How far a relay has come, and how many changes it knows to be still before it.</summary>
public readonly record struct Standpoint(long Position, long Behind);

/// <summary>What lies in Redis for us.</summary>
/// <param name="Pending">Handed to a worker and not acknowledged.</param>
/// <param name="Lag">Not handed to any worker yet; null: the server cannot tell.</param>
/// <param name="Letters">Dead letters.</param>
public sealed record StreamDepth(long Pending, long? Lag, long Letters);
