namespace CreditScoring.Service.Ports;

/// <summary>
/// How the running numbers of a source's events stand: what it numbered and the record does not have
/// was lost on the way, is still to come, or is in quarantine.
/// </summary>
/// <param name="Lowest">The first number seen; what a source numbered before is not known.</param>
/// <param name="Missing">How many numbers between lowest and highest no kept event has.</param>
/// <param name="Repeated">How many events carry a number that another one has.</param>
/// <param name="LastAt">When the event of the highest number was recorded.</param>
public sealed record SourceNumbers(
    string Source, long Lowest, long Highest, long Missing, long Repeated, DateTimeOffset LastAt)
{
    /// <summary>How many numbers of a range are not among those that came.</summary>
    /// <param name="distinct">How many did come, both ends among them; at least one.</param>
    public static long MissingOf(long lowest, long highest, long distinct) =>
        // In this order: a range from 0 to the highest number that there is has one more than it.
        highest - lowest - (distinct - 1);

    /// <summary>The missing ones as ranges, the lowest first; only so many as were asked for.</summary>
    public IReadOnlyList<SequenceGap> Gaps { get; init; } = [];
}

/// <summary>Numbers that are missing, both ends among them.</summary>
public readonly record struct SequenceGap(long First, long Last);
