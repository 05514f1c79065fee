using System.Globalization;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Records.Sqlite;

/// <summary>Table cells -> values of the core, and back.</summary>
internal static class Cells
{
    private const string DayForm = "yyyy-MM-dd";

    public static string Day(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    public static string Decimal(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string? TextAt(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static DateOnly? DayAt(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null
            : DateOnly.ParseExact(row.GetString(column), DayForm, CultureInfo.InvariantCulture);

    public static decimal? DecimalAt(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null
            : decimal.Parse(row.GetString(column), CultureInfo.InvariantCulture);

    public static DateTimeOffset InstantAt(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static Subject SubjectAt(this SqliteDataReader row, int column) =>
        new(row.GetString(column), row.GetString(column + 1));

    public static EventId EventIdAt(this SqliteDataReader row, int column) =>
        new(row.GetString(column), row.GetString(column + 1));

    /// <summary>Columns source, id, body, hash, recorded_at.</summary>
    public static KeptEvent Event(SqliteDataReader row) =>
        new(row.EventIdAt(0), row.GetString(2), row.GetString(3), row.InstantAt(4));

    public const string StandingColumns = "kind, subject, regime, on_day, pack, status, tier, "
        + "points, changes_on, revision, region, rest";

    public static KeptStanding Standing(SqliteDataReader row) => new(
        row.SubjectAt(0), row.GetString(2), row.DayAt(3)!.Value, row.TextAt(4), row.TextAt(5),
        row.TextAt(6), row.DecimalAt(7), row.DayAt(8), row.GetInt32(9), row.TextAt(10),
        row.GetString(11));

    /// <summary>Columns on_day, changes_on, books.hash, judged, region, recorded_at.</summary>
    public static KeptFile File(SqliteDataReader row, Subject subject) =>
        new(subject, row.DayAt(0)!.Value, row.DayAt(1), row.GetString(2), row.GetBoolean(3))
        {
            Region = row.TextAt(4),
            RecordedAt = row.InstantAt(5),
        };

    public const string QuarantineColumns = "position, source, id, body, reason, flaws, recorded_at";

    public static QuarantineItem Quarantine(SqliteDataReader row) => new(
        row.GetInt64(0),
        new Turned(row.EventIdAt(1), row.GetString(3), row.GetString(4), row.GetString(5)),
        row.InstantAt(6));

    /// <summary>From column 1 on: regime, on_day, pack, tier, points, cause.</summary>
    public static Turn Turn(SqliteDataReader row) => new(
        row.GetString(1), row.DayAt(2)!.Value, row.TextAt(3), row.TextAt(4), row.DecimalAt(5),
        row.GetString(6));

    public const string LedgerColumns = "regime, number, entry, source, event, rule, points, "
        + "from_day, until_day, citation, pack, reverses, cause";

    public static PostedRow Ledger(SqliteDataReader row)
    {
        var booking = new Booking(
            row.GetString(2), row.EventIdAt(3), row.GetString(5),
            new Points(row.DecimalAt(6)!.Value), row.DayAt(7)!.Value, row.DayAt(8), row.TextAt(9),
            row.GetString(10));
        return new PostedRow(row.GetString(0), new LedgerEntry(
            row.GetInt32(1), booking, row.IsDBNull(11) ? null : row.GetInt32(11),
            row.GetString(12)));
    }
}
