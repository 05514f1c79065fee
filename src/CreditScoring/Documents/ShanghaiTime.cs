using System.Globalization;

namespace CreditScoring.Documents;

/// <summary>
/// The time of the law, that of Asia/Shanghai, UTC+8 all year round since 1991: the one place where an
/// instant becomes a legal day.
/// </summary>
public static class ShanghaiTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Digits of a second's fraction that an instant keeps.</summary>
    private const int Fraction = 7;

    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The legal day of an instant written as by RFC 3339; null: it is none.</summary>
    public static DateOnly? DayOf(string written) =>
        DateTimeOffset.TryParseExact(
            Shortened(written), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var instant)
        // Beyond it there would be no day in another place.
        && instant.UtcDateTime.Year < DateTime.MaxValue.Year ? DayOf(instant) : null;

    /// <summary>Without the digits of a fraction that are finer than any instant.</summary>
    private static string Shortened(string written)
    {
        var begins = written.IndexOf('.') + 1;
        var ends = begins;
        while (begins > 0 && ends < written.Length && char.IsAsciiDigit(written[ends]))
        {
            ends++;
        }

        var finer = ends - begins - Fraction;
        return finer > 0 ? written.Remove(begins + Fraction, finer) : written;
    }
}
