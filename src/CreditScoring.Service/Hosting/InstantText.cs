using System.Globalization;

namespace CreditScoring.Service.Hosting;

/// <summary>
/// Instants (system time) as the service writes them: in UTC, to the millisecond, as the record has them.
/// </summary>
public static class InstantText
{
    public static string Of(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
