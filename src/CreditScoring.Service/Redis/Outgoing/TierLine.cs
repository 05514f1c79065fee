using System.Globalization;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Redis.Outgoing;

/// <summary>
/// A standing as readers of the cache see it: key <c>credit:tier:{regime}:{subject}</c>, one line
/// <c>tier|points|revision|changesOn|pack</c>; a subject that could not be judged has an empty
/// tier.
/// </summary>
public static class TierLine
{
    public const string Prefix = "credit:tier:";

    /// <summary>
    /// An operator by its bare code; other kinds say which, since ids could coincide.
    /// </summary>
    public static string Key(KeptStanding standing) => standing.Subject.Kind == "operator"
        ? $"{Prefix}{standing.Regime}:{standing.Subject.Id}"
        : $"{Prefix}{standing.Regime}:{standing.Subject}";

    public static string Of(KeptStanding standing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{standing.Tier}|{standing.Points:0.####}|{standing.Revision}|"
        + $"{standing.ChangesOn:yyyy-MM-dd}|{standing.Pack}");

    /// <summary>
    /// Milliseconds for which the line still holds, by our clock and not the server's; none or
    /// less: it must not be served; empty: it holds until replaced.
    /// </summary>
    public static string Holds(KeptStanding standing, DateTimeOffset now) =>
        standing.ChangesOn is { } day
            ? ((long)(LegalDay.BeginningOf(day) - now).TotalMilliseconds)
            .ToString(CultureInfo.InvariantCulture)
        : "";
}
