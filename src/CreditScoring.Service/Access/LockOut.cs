namespace CreditScoring.Service.Access;

/// <summary>Wrong passwords one after another.</summary>
/// <param name="Count">Since somebody last signed in.</param>
/// <param name="Last">When the last one came.</param>
public readonly record struct Failures(int Count, DateTimeOffset Last);

/// <summary>
/// For how long an account takes no password after wrong ones (登录锁定): a minute after the fifth, twice as
/// long after each further one, a quarter of an hour at most, so that nobody is kept out for ever by
/// another. Whoever guesses has some hundred tries a day.
/// </summary>
public static class LockOut
{
    /// <summary>The first wrong one that locks.</summary>
    public const int First = 5;

    private const int MostDoublings = 4;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    public static TimeSpan After(int failures)
    {
        var doubled = Shortest * (1 << Math.Clamp(failures - First, 0, MostDoublings));
        return failures < First ? TimeSpan.Zero : doubled < Longest ? doubled : Longest;
    }

    public static bool IsOn(Failures failures, DateTimeOffset now) =>
        failures.Count >= First && now < failures.Last + After(failures.Count);

    /// <summary>The number of one more at an instant.</summary>
    public static int Next(Failures failures, DateTimeOffset now) =>
        now - failures.Last >= Forgotten ? 1 : failures.Count + 1;
}
